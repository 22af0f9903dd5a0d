using VoiceMed.LedgerClient.Grpc;

namespace VoiceMed.LedgerClient.Fabric.Errors;

/// <summary>Collecting endorsements failed: nothing was ordered. A fresh proposal is safe.</summary>
/// <param name="transactionId">The transaction.</param>
/// <param name="cause">The failed call.</param>
public sealed class EndorseException(string transactionId, GrpcException cause) : GatewayException("endorsing", transactionId, cause);
