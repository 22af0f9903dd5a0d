using VoiceMed.Ledger.Import;

namespace VoiceMed.Assistant.CommandLine.Ledger;

/// <summary>Says what became of imported files: results on standard output, every failure with its place on standard error.</summary>
internal sealed class ImportOutput(Terminal terminal, bool json)
{
    /// <summary>Writes one file's outcome.</summary>
    public void Write(string file, ImportReport report, string? movedTo = null)
    {
        if (json)
        {
            terminal.ResultJson(new
            {
                file,
                report.Added,
                report.Corrected,
                report.Unchanged,
                report.NotKept,
                report.Failed,
                movedTo,
                failures = report.Failures.Select(f => new { f.Path, f.ResourceType, f.Code, f.Reason }),
            });
            return;
        }

        terminal.Result($"{file}: {report.Added} added, {report.Corrected} corrected, {report.Unchanged} unchanged, {report.NotKept} not kept, {report.Failed} failed");
        foreach (var failure in report.Failures)
        {
            terminal.Message($"{file}: {failure.Path}: {failure.Code}: {failure.Reason}");
        }
    }

    /// <summary>Writes one line for the person watching.</summary>
    public void Message(string line) => terminal.Message(line);
}
