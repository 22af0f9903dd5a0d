using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.LedgerClient.Fabric.Clinical;

/// <summary>Somebody who may ask, as the channel knows them.</summary>
/// <param name="Doctor">The clinician or admin.</param>
/// <param name="Name">The name as people say it.</param>
/// <param name="Role">The role, for example <c>doctor</c> or <c>admin</c>.</param>
/// <param name="Hospital">The employer, whose organisation keeps the account.</param>
/// <param name="Status"><c>active</c>, <c>suspended</c> or <c>revoked</c>; a revoked account stays revoked.</param>
public sealed record FabricAccount(DoctorId Doctor, BilingualText Name, string Role, HospitalId Hospital, string Status = "active");
