using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Seed;

/// <summary>The city of a seed: <c>city.json</c>.</summary>
/// <param name="Hospitals">The hospitals.</param>
/// <param name="Accounts">The accounts.</param>
internal sealed record SeedCity(IReadOnlyList<Hospital> Hospitals, IReadOnlyList<SeedAccount> Accounts);

/// <summary>An account of a seed.</summary>
internal sealed record SeedAccount(DoctorId Id, BilingualText Name, string Role, HospitalId Hospital);
