using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Assistant.Authorising;

/// <summary>A doctor as the program knows them.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Name">The name as people say it.</param>
/// <param name="Role">The role the policy and the ledger know, for example <c>doctor</c>.</param>
/// <param name="Hospital">The hospital the doctor works for, or null.</param>
public sealed record DoctorIdentity(DoctorId Id, BilingualText Name, string Role, HospitalId? Hospital);
