using Serilog;
using VoiceMed.Ledger.Import;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Assistant.Hosting;

/// <summary>Watches the configured import folders while the server runs. File names and contents stay out of the log.</summary>
internal sealed class ImportWatcher(FhirImporter importer, IReadOnlyList<ImportConfig> imports) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(imports.Select(import => WatchAsync(import, stoppingToken)));

    private async Task WatchAsync(ImportConfig import, CancellationToken stopping)
    {
        try
        {
            var source = new ImportSource(import.Source ?? import.Hospital, new HospitalId(import.Hospital));
            var folder = new ImportFolder(import.Folder, new FileImporter(importer), source);
            await folder.WatchAsync(
                TimeSpan.FromSeconds(Math.Max(1, import.EverySeconds)),
                file => Log.Information(
                    "Import for {Hospital}: {Added} added, {Corrected} corrected, {Unchanged} unchanged, {Failed} failed",
                    import.Hospital, file.Report.Added, file.Report.Corrected, file.Report.Unchanged, file.Report.Failed),
                trouble => Log.Warning("The import folder of {Hospital} cannot be read now: {Trouble}", import.Hospital, trouble),
                stopping).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Log.Error("The import folder of {Hospital} cannot be watched: {Trouble}", import.Hospital, e.Message);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The server stops.
        }
    }
}
