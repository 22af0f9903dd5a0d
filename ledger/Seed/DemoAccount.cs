using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Seed;

/// <summary>An account of the demo city.</summary>
/// <param name="Doctor">The clinician or admin.</param>
/// <param name="Name">The name as people say it.</param>
/// <param name="Role">The role.</param>
/// <param name="Hospital">The employer.</param>
public sealed record DemoAccount(DoctorId Doctor, BilingualText Name, string Role, HospitalId Hospital);
