namespace VoiceMed.LedgerClient.Fabric.Events;

/// <summary>An event a valid transaction left in the ledger. A transaction leaves at most one.</summary>
/// <param name="BlockNumber">The block the transaction stands in.</param>
/// <param name="TransactionId">The transaction.</param>
/// <param name="ChaincodeName">The chaincode.</param>
/// <param name="EventName">The event's name.</param>
/// <param name="Payload">What the chaincode put into it.</param>
public sealed record ChaincodeEvent(ulong BlockNumber, string TransactionId, string ChaincodeName, string EventName, ReadOnlyMemory<byte> Payload);
