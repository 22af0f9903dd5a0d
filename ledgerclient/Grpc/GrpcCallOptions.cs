namespace VoiceMed.LedgerClient.Grpc;

/// <summary>What one call asks for beyond its message. The default value means no deadline and no metadata.</summary>
/// <param name="Timeout">
/// Time the whole call may take, connecting included; it is sent as <c>grpc-timeout</c> and kept locally too. Null means no limit; zero
/// or less means the deadline has passed already and nothing is sent.
/// </param>
/// <param name="Metadata">Headers to send along, or null.</param>
public readonly record struct GrpcCallOptions(TimeSpan? Timeout = null, GrpcMetadata? Metadata = null);
