namespace VoiceMed.LedgerClient.Records;

/// <summary>What the registry of medical resources says about one package or device.</summary>
/// <param name="Status"><c>genuine</c>, <c>expired</c>, <c>recalled</c>, <c>unknown</c> or <c>already-used</c>.</param>
/// <param name="Code">The code that was asked about, as scanned or spoken.</param>
/// <param name="Name">What it is, or null when unknown.</param>
/// <param name="Details">Maker, batch, expiry and owners as name-value pairs for display.</param>
public sealed record ResourceVerdict(string Status, string Code, BilingualText? Name, IReadOnlyDictionary<string, string> Details);
