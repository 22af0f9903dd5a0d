using System.CommandLine;
using System.Globalization;
using VoiceMed.Ledger.Fhir;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Assistant.CommandLine.Ledger;

/// <summary><c>voicemed audit export</c>: accesses for other systems.</summary>
internal static class AuditExportCommand
{
    private const string Description = """
        Writes accesses to standard output, newest first: as FHIR R4 AuditEvent (after IHE BALP), one resource a line, or as CSV.

        Examples:
          voicemed audit export > audit.ndjson
          voicemed audit export --format csv --patient patient-1 > audit.csv
        """;

    public static Command Create(Terminal terminal)
    {
        var choice = new LedgerChoice();
        var selection = new AuditSelection();
        var format = new Option<string>("--format") { Description = "fhir or csv.", DefaultValueFactory = static _ => "fhir" };
        format.AcceptOnlyFromAmong("fhir", "csv");
        var command = choice.AddTo(new Command("export", Description) { format });
        selection.AddTo(command);
        command.SetAction((parsed, cancellation) => choice.ReadEitherAsync(
            parsed,
            store => Task.FromResult(Write(selection.Read(parsed, store), parsed)),
            async fabric => Write(await selection.ReadAsync(parsed, fabric, cancellation).ConfigureAwait(false), parsed)));
        return command;

        int Write(IReadOnlyList<AccessRecord> accesses, ParseResult parsed)
        {
            var csv = parsed.GetValue(format) == "csv";
            if (csv)
            {
                terminal.Result("time,doctor,role,patient,operation,purpose,granted,reason,trust,turn,terminal,entry");
            }

            foreach (var access in accesses)
            {
                terminal.Result(csv ? Csv(access) : FhirWriter.Write(access).ToJsonString(FhirWriter.Json));
            }

            return ExitCode.Done;
        }
    }

    private static string Csv(AccessRecord access) => string.Join(',', new[]
    {
        access.Time.ToString(),
        access.Doctor?.Value,
        access.Role,
        access.Patient.Value,
        access.Operation,
        access.Purpose,
        access.Granted ? "true" : "false",
        access.Reason,
        access.Trust?.ToString(CultureInfo.InvariantCulture),
        access.Turn,
        access.Terminal,
        $"{access.Entry!.Chain}#{access.Entry.Index}",
    }.Select(Quote));

    // A cell that a spreadsheet would run as a formula is led by an apostrophe.
    private static string Quote(string? text)
    {
        var safe = text is ['=' or '+' or '@', ..] ? "'" + text : text ?? string.Empty;
        return safe.AsSpan().IndexOfAny(",\"\n\r") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
