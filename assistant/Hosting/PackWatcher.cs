using Serilog;
using VoiceMed.Nlu.Packs;

namespace VoiceMed.Assistant.Hosting;

/// <summary>
/// Reloads the intent packs when their files change while the server runs, as a whole, and never to anything worse: of a broken file the
/// last good version stays in force.
/// </summary>
/// <param name="packs">The packs to keep up to date.</param>
/// <param name="time">The clock of the pause.</param>
public sealed class PackWatcher(PackStore packs, TimeProvider time) : SettledWatcher(time)
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Folder, string Filter, bool Deep)> Watched => packs.Directories.Select(static folder => (folder, "*.yaml", true));

    /// <inheritdoc/>
    protected override string Unwatched => "The intent packs cannot be watched, reload them from the admin's page";

    /// <inheritdoc/>
    protected override async Task ChangedAsync(CancellationToken stopping)
    {
        try
        {
            var diff = await packs.ReloadAsync(stopping).ConfigureAwait(false);
            Log.Information(
                "Intent packs reloaded: {Diff}; added {Added}, removed {Removed}, changed {Changed}", diff.ToString(), diff.Added, diff.Removed, diff.Changed);
            foreach (var error in packs.Errors)
            {
                Log.Error("Intent pack: {Error}; its last good version stays in force", error.ToString());
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.Error("The intent packs could not be read again, the former ones stay in force: {Trouble}", e.Message);
        }
    }
}
