namespace VoiceMed.LedgerClient.Grpc;

/// <summary>Layout of a length-prefixed message: one flag byte (1 = compressed), then the length, four bytes big-endian.</summary>
internal static class GrpcFrame
{
    public const int HeaderBytes = 5;
}
