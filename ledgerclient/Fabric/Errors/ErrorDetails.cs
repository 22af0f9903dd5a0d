using Google.Protobuf;
using VoiceMed.LedgerClient.Fabric.Messages;
using VoiceMed.LedgerClient.Grpc;

namespace VoiceMed.LedgerClient.Fabric.Errors;

/// <summary>Reads the nodes' words out of a status; malformed details are left out, because an error must never be lost to another.</summary>
internal static class ErrorDetails
{
    private const string TypeUrl = "type.googleapis.com/gateway.ErrorDetail";

    public static IReadOnlyList<ErrorDetail> Read(GrpcStatus status)
    {
        if (status.Details.IsEmpty) return [];
        try
        {
            return
            [
                .. RpcStatus.Parser.ParseFrom(status.Details.Span).Details
                    .Where(detail => detail.TypeUrl == TypeUrl)
                    .Select(detail => ErrorDetailMessage.Parser.ParseFrom(detail.Value))
                    .Select(detail => new ErrorDetail(detail.Address, detail.MspId, detail.Message)),
            ];
        }
        catch (InvalidProtocolBufferException)
        {
            return [];
        }
    }
}
