using System.CommandLine;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Assistant.CommandLine.Ledger;

/// <summary><c>voicemed emergency</c>: emergency accesses and their review.</summary>
internal static class EmergencyCommand
{
    public static Command Create(Terminal terminal) => new("emergency", "Emergency accesses and their review.")
    {
        EmergencyListCommand.Create(terminal),
        EmergencyReviewCommand.Create(terminal),
    };

    /// <summary>The option that says which admin acts.</summary>
    internal static Option<string> Admin() => new("--as")
    {
        Description = "The admin's account.",
        HelpName = "ACCOUNT",
        DefaultValueFactory = static _ => "admin",
    };

    /// <summary>The admin as the ledger is asked on behalf of.</summary>
    internal static AccessContext Access(string admin) => new() { Doctor = new DoctorId(admin), Role = "admin", Purpose = "HOPERAT" };
}
