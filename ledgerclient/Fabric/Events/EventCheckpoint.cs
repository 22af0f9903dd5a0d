namespace VoiceMed.LedgerClient.Fabric.Events;

/// <summary>How far a listener has come. The default value means nowhere yet.</summary>
/// <param name="BlockNumber">The block to take up again at; null for nowhere yet.</param>
/// <param name="TransactionId">The last transaction of that block that is done; null or empty when none of it is.</param>
public readonly record struct EventCheckpoint(ulong? BlockNumber, string? TransactionId);
