using VoiceMed.LedgerClient.Grpc;

namespace VoiceMed.LedgerClient.Fabric.Errors;

/// <summary>Asking for the outcome of a transaction failed: the outcome is unknown. Ask again with the same transaction.</summary>
/// <param name="transactionId">The transaction.</param>
/// <param name="cause">The failed call.</param>
public sealed class CommitStatusException(string transactionId, GrpcException cause) : GatewayException("the commit status", transactionId, cause);
