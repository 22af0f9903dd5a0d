namespace VoiceMed.Ledger.Seed;

/// <summary>What seeding did.</summary>
/// <param name="Hospitals">Hospitals admitted.</param>
/// <param name="Accounts">Accounts created.</param>
/// <param name="Records">Records appended.</param>
/// <param name="Documents">Documents among them.</param>
public sealed record SeedReport(int Hospitals, int Accounts, int Records, int Documents);
