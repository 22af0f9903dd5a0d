using System.CommandLine;

namespace VoiceMed.Assistant.CommandLine;

/// <summary>The whole command line of <c>voicemed</c>, one line a command group.</summary>
public static class CommandTree
{
    /// <summary>Builds the root command; nothing is loaded until a command runs.</summary>
    public static RootCommand Create(Terminal terminal)
    {
        ArgumentNullException.ThrowIfNull(terminal);
        return new RootCommand("VoiceMed: an offline voice assistant for clinicians, in Russian and English.")
        {
            Speech.TranscribeCommand.Create(terminal),
            Speech.ModelsCommand.Create(terminal),
            Bench.BenchCommand.Create(terminal),
            Nlu.ParseCommand.Create(terminal),
            Nlu.IntentsCommand.Create(terminal),
            Nlu.NluCommand.Create(terminal),
            Assistant.DemoCommand.Create(terminal),
            Assistant.ServeCommand.Create(terminal),
            Assistant.AskCommand.Create(terminal),
            Assistant.DoctorCommand.Create(terminal),
            Auth.EnrolCommand.Create(terminal),
            Auth.VerifyCommand.Create(terminal),
            Auth.IdentifyCommand.Create(terminal),
            Auth.DoctorsCommand.Create(terminal),
            Auth.AuthCommand.Create(terminal),
            Ledger.LedgerCommand.Create(terminal),
            Admin.AdminCommand.Create(terminal),
            Ledger.AuditCommand.Create(terminal),
            Ledger.EmergencyCommand.Create(terminal),
        };
    }
}
