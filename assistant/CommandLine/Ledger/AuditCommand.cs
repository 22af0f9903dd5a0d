using System.CommandLine;

namespace VoiceMed.Assistant.CommandLine.Ledger;

/// <summary><c>voicemed audit</c>: who looked, or tried to.</summary>
internal static class AuditCommand
{
    public static Command Create(Terminal terminal) => new("audit", "Who looked at patients' records, or tried to.")
    {
        AuditListCommand.Create(terminal),
        AuditExportCommand.Create(terminal),
    };
}
