using VoiceMed.LedgerClient.Grpc;

namespace VoiceMed.LedgerClient.Fabric.Errors;

/// <summary>Handing a transaction to the orderers failed. Unless <see cref="GatewayException.NotProcessed"/>, it may be committed all the same: ask its commit status.</summary>
/// <param name="transactionId">The transaction.</param>
/// <param name="cause">The failed call.</param>
public sealed class SubmitException(string transactionId, GrpcException cause) : GatewayException("submission", transactionId, cause);
