using System.Threading.Channels;
using Serilog;
using VoiceMed.Nlu.Packs;

namespace VoiceMed.Assistant.Hosting;

/// <summary>
/// Reloads the intent packs when their files change while the server runs: once the files have been left alone for half a second,
/// as a whole, and never to anything worse: of a broken file the last good version stays in force.
/// </summary>
/// <param name="packs">The packs to keep up to date.</param>
/// <param name="time">The clock of the pause.</param>
public sealed class PackWatcher(PackStore packs, TimeProvider time) : BackgroundService
{
    /// <summary>How long the files must have been left alone: an editor or a copy writes several in a row.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(500);

    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly List<FileSystemWatcher> _watchers = [];

    /// <summary>Begins to watch: a change after this returned is noticed.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            _watchers.AddRange(packs.Directories.Select(Watch));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Log.Error("The intent packs cannot be watched, reload them from the admin's page: {Trouble}", e.Message);
        }

        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _watchers.ForEach(watcher => watcher.Dispose());
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (await _changes.Reader.WaitToReadAsync(stoppingToken).ConfigureAwait(false))
            {
                await SettleAsync(stoppingToken).ConfigureAwait(false);
                await ReloadAsync(stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    private FileSystemWatcher Watch(string folder)
    {
        var watcher = new FileSystemWatcher(folder, "*.yaml") { IncludeSubdirectories = true };
        void Changed(object? sender, FileSystemEventArgs e) => _changes.Writer.TryWrite(true);
        watcher.Changed += Changed;
        watcher.Created += Changed;
        watcher.Deleted += Changed;
        watcher.Renamed += Changed;

        // Events were lost: something has changed, whatever it was.
        watcher.Error += (_, _) => _changes.Writer.TryWrite(true);
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    private async Task SettleAsync(CancellationToken stopping)
    {
        while (_changes.Reader.TryRead(out _))
        {
            await Task.Delay(Quiet, time, stopping).ConfigureAwait(false);
        }
    }

    private async Task ReloadAsync(CancellationToken stopping)
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
