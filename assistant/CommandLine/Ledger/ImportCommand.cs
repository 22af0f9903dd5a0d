using System.CommandLine;
using VoiceMed.Ledger.Import;
using VoiceMed.LedgerClient;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Assistant.CommandLine.Ledger;

/// <summary><c>voicemed ledger import</c>: FHIR records of a hospital's own system into the ledger.</summary>
internal static class ImportCommand
{
    private const string Description = """
        Imports FHIR R4 JSON: a Bundle or a resource (.json), or one resource a line (.ndjson, .jsonl). Importing the same again
        changes nothing; what differs supersedes the earlier record. With --watch a folder is looked at on a schedule: taken files
        go to done, the others to dead-letter with the reason beside (NAME.reason.json).

        While the server runs it holds the ledger: post to its /fhir instead, or stop it.

        Examples:
          voicemed ledger import bundle.json --hospital hospital-1
          voicemed ledger import *.ndjson --hospital hospital-2 --source mis-2 --json
          voicemed ledger import --watch /srv/mis/outbox --hospital hospital-1 --every 30
        """;

    public static Command Create(Terminal terminal)
    {
        var choice = new LedgerChoice();
        var paths = new Argument<string[]>("PATH") { Description = "The files.", Arity = ArgumentArity.ZeroOrMore };
        var watch = new Option<string?>("--watch") { Description = "A folder to watch instead.", HelpName = "DIR" };
        var hospital = new Option<string?>("--hospital") { Description = "The hospital whose records these are and whose key signs them.", HelpName = "ID" };
        var source = new Option<string?>("--source") { Description = "The sending system's stable name. Default: the hospital's identifier.", HelpName = "NAME" };
        var every = new Option<int>("--every") { Description = "Seconds between two looks. Default: 10.", DefaultValueFactory = static _ => 10, HelpName = "SECONDS" };
        every.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError("--every must be at least 1 second.");
            }
        });
        var command = choice.AddTo(new Command("import", Description) { paths, watch, hospital, source, every });
        command.SetAction((parsed, cancellation) =>
        {
            var files = parsed.GetValue(paths) ?? [];
            var folder = parsed.GetValue(watch);
            if (files.Length == 0 == folder is null)
            {
                throw new CommandException("Name the files to import, or a folder with --watch, but not both.", ExitCode.Usage);
            }

            return choice.EitherAsync(
                parsed,
                ledger => TakeAsync(ledger, new FhirImporter(ledger)),
                fabric => TakeAsync(fabric, new FhirImporter(fabric, TimeProvider.System)),
                cancellation);

            async Task<int> TakeAsync(IClinicalLedger ledger, FhirImporter fhir)
            {
                var hospitals = await ledger.GetHospitalsAsync(cancellation).ConfigureAwait(false);
                var from = Source(hospitals, parsed.GetValue(hospital), parsed.GetValue(source));
                var importer = new FileImporter(fhir);
                var output = new ImportOutput(terminal, parsed.GetValue(choice.Json));
                return folder is null
                    ? await ImportAsync(files, importer, from, output, cancellation).ConfigureAwait(false)
                    : await WatchAsync(folder, importer, from, TimeSpan.FromSeconds(parsed.GetValue(every)), output, cancellation).ConfigureAwait(false);
            }
        });
        return command;
    }

    private static ImportSource Source(IReadOnlyList<Hospital> hospitals, string? hospital, string? source)
    {
        var known = hospitals.Select(h => h.Id.Value).ToArray();
        if (hospital is null || !known.Contains(hospital))
        {
            throw new CommandException($"Say with --hospital whose records these are; the channel has: {string.Join(", ", known)}.", ExitCode.Usage);
        }

        return new ImportSource(source ?? hospital, new HospitalId(hospital));
    }

    private static async Task<int> ImportAsync(
        string[] files, FileImporter importer, ImportSource source, ImportOutput output, CancellationToken cancellation)
    {
        var failed = 0;
        foreach (var file in files)
        {
            try
            {
                var report = await importer.ImportAsync(file, source, cancellation).ConfigureAwait(false);
                output.Write(file, report);
                failed += report.Failed;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new CommandException($"{file} cannot be read: {e.Message}");
            }
        }

        return failed == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<int> WatchAsync(
        string folder, FileImporter importer, ImportSource source, TimeSpan interval, ImportOutput output, CancellationToken cancellation)
    {
        ImportFolder watched;
        try
        {
            watched = new ImportFolder(folder, importer, source);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{folder} cannot be watched: {e.Message}");
        }

        output.Message($"Watching {folder} every {interval.TotalSeconds:0} s; Ctrl-C ends it.");
        await watched.WatchAsync(interval, file => output.Write(file.Name, file.Report, file.MovedTo), output.Message, cancellation).ConfigureAwait(false);
        return ExitCode.Done;
    }
}
