using VoiceMed.Assistant.Rest.Problems;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Assistant.Rest.Callers;

/// <summary>What a caller's role and hospital allow, where no patient's consent decides.</summary>
internal static class CallerRules
{
    /// <summary>Lets only these roles on; the account's own role counts, not the one it acts in.</summary>
    public static Caller WithRole(this Caller caller, params ReadOnlySpan<string> roles) => roles.Contains(caller.Account.Role)
        ? caller.ThatMayAct()
        : throw new RestException(
            StatusCodes.Status403Forbidden, ProblemCode.RoleForbidden, $"This is for accounts in the role {string.Join(" or ", roles.ToArray())}.");

    /// <summary>
    /// Lets no suspended account on, and nobody on behalf of a suspended or revoked one, where no patient's record is asked for and the
    /// ledger's law is not.
    /// </summary>
    public static Caller ThatMayAct(this Caller caller) => caller.MayAct
        ? caller
        : throw new RestException(
            StatusCodes.Status403Forbidden, ProblemCode.AccountSuspended,
            $"The account {(caller.Account.Suspended ? caller.Account.Id : caller.Access.Doctor)} is suspended or revoked; an admin of its hospital can make a suspended one active again.");

    /// <summary>Lets the caller speak for its own hospital only.</summary>
    public static void ForHospital(this Caller caller, HospitalId? hospital)
    {
        if (hospital is { } named && named != caller.Account.Hospital)
        {
            throw new RestException(
                StatusCodes.Status403Forbidden, ProblemCode.HospitalForbidden, $"The account belongs to {caller.Account.Hospital} and may not act for another hospital.");
        }
    }
}
