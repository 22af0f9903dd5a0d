using NodaTime;

namespace VoiceMed.LedgerClient.Fabric.Clinical;

/// <summary>Something a transaction wrote.</summary>
/// <param name="Transaction">The transaction's id.</param>
/// <param name="At">The transaction's timestamp.</param>
/// <param name="Body">What it wrote, JSON.</param>
public sealed record FabricEntry(string Transaction, Instant At, string Body);
