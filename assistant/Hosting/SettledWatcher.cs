using System.Threading.Channels;
using Serilog;

namespace VoiceMed.Assistant.Hosting;

/// <summary>
/// Runs something when files change while the server runs: once they have been left alone for half a second, because an editor or a copy
/// writes several in a row.
/// </summary>
/// <param name="time">The clock of the pause.</param>
public abstract class SettledWatcher(TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(500);

    private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    private readonly List<FileSystemWatcher> _watchers = [];

    /// <summary>The folders and which of their files; with <c>true</c> those of their folders too.</summary>
    protected abstract IEnumerable<(string Folder, string Filter, bool Deep)> Watched { get; }

    /// <summary>Whoever reads the log is told this when the files cannot be watched.</summary>
    protected abstract string Unwatched { get; }

    /// <summary>Begins to watch: a change after this returned is noticed.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            _watchers.AddRange(Watched.Select(Watch));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            Log.Error("{Consequence}: {Trouble}", Unwatched, e.Message);
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
                await ChangedAsync(stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The server stops.
        }
    }

    /// <summary>Takes the files up as they are now. What it throws ends the watching.</summary>
    protected abstract Task ChangedAsync(CancellationToken stopping);

    private FileSystemWatcher Watch((string Folder, string Filter, bool Deep) watched)
    {
        var watcher = new FileSystemWatcher(watched.Folder, watched.Filter) { IncludeSubdirectories = watched.Deep };
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
}
