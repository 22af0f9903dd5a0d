using System.Collections.Concurrent;
using VoiceMed.Speech.Models;

namespace VoiceMed.Assistant.Admin;

/// <summary>The catalogue and the installer behind the admin's page. Thread-safe.</summary>
/// <param name="catalog">What there is.</param>
/// <param name="installer">Downloads, verifies and unpacks.</param>
/// <param name="stopping">Ends running installations; what was downloaded stays for the next attempt.</param>
public sealed class ModelDesk(ModelCatalog catalog, ModelInstaller installer, CancellationToken stopping) : IModelDesk
{
    private readonly ConcurrentDictionary<string, Installation> _installations = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IReadOnlyList<ModelStatus> List()
    {
        var installed = catalog.Installed().Select(model => model.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. catalog.Entries.Select(entry =>
            {
                var running = _installations.GetValueOrDefault(entry.Id);
                return new ModelStatus(
                    entry.Id, entry.Kind.ToString().ToLowerInvariant(), entry.Language, entry.Summary, entry.Licence, entry.Bytes,
                    installed.Contains(entry.Id), entry.Url is not null, running is { Ended: false } ? running.Share : null, running?.Problem);
            }),
        ];
    }

    /// <inheritdoc/>
    public bool BeginInstall(string id)
    {
        if (catalog.Entries.FirstOrDefault(entry => entry.Id == id && entry.Url is not null) is not { } entry)
        {
            return false;
        }

        var installation = new Installation();
        if (_installations.TryGetValue(id, out var former) && !former.Ended)
        {
            return true;
        }

        _installations[id] = installation;
        _ = InstallAsync(entry, installation);
        return true;
    }

    private async Task InstallAsync(ModelEntry entry, Installation installation)
    {
        try
        {
            await installer.InstallAsync(entry, installation, stopping).ConfigureAwait(false);
        }
        catch (Exception e) when (e is ModelException or OperationCanceledException)
        {
            installation.Problem = e.Message;
        }
        finally
        {
            installation.Ended = true;
        }
    }

    private sealed class Installation : IProgress<DownloadProgress>
    {
        public double Share { get; private set; }

        public bool Ended { get; set; }

        public string? Problem { get; set; }

        public void Report(DownloadProgress value) => Share = value.Total is > 0 ? (double)value.Done / value.Total.Value : 0;
    }
}
