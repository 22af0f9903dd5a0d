using VoiceMed.Assistant.Hosting;
using VoiceMed.Nlu.Packs;
using Xunit;

namespace VoiceMed.Assistant.Tests.Hosting;

/// <summary>Real files, the real watcher of the operating system.</summary>
public sealed class PackWatcherTests : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly string _pack = Directory.CreateTempSubdirectory("voicemed-watched-").FullName;
    private PackStore _store = null!;
    private PackWatcher _watcher = null!;

    public async Task InitializeAsync()
    {
        Write("intents/a.yaml", "intents:\n  first.thing: { summary: First. }\n");
        Write("en/a.yaml", "intents:\n  first.thing: { sentences: [show the first thing], replies: { done: [Done.] } }\n");
        _store = PackStore.Load(_pack, new PackOptions());
        _watcher = new PackWatcher(_store, TimeProvider.System);
        await _watcher.StartAsync(default);
    }

    public Task DisposeAsync() => _watcher.StopAsync(default);

    public void Dispose()
    {
        _watcher.Dispose();
        _store.Dispose();
        Directory.Delete(_pack, recursive: true);
    }

    [Fact]
    public async Task FileAdded_NewIntent_InForceWithItsDiff()
    {
        var diff = await AfterAsync(() =>
        {
            Write("intents/b.yaml", "intents:\n  second.thing: { summary: Second. }\n");
            Write("en/b.yaml", "intents:\n  second.thing: { sentences: [show the second thing], replies: { done: [Done.] } }\n");
        });

        Assert.Equal(["second.thing"], diff.Added);
        Assert.Equal("second.thing", _store.Current.Parse("show the second thing", "en").Intent);
    }

    [Fact]
    public async Task FileBroken_LastGoodVersionStays_AndMendedIsTakenUp()
    {
        var broken = await AfterAsync(() => Write("en/a.yaml", "intents:\n  first.thing: { sentences: [\"show (the\"] }\n"));

        Assert.Single(broken.SetAside);
        Assert.Equal("first.thing", _store.Current.Parse("show the first thing", "en").Intent);
        var mended = await AfterAsync(() => Write("en/a.yaml", "intents:\n  first.thing: { sentences: [bring the first thing], replies: { done: [Done.] } }\n"));
        Assert.Empty(mended.SetAside);
        Assert.Equal(["first.thing"], mended.Changed);
        Assert.Equal("first.thing", _store.Current.Parse("bring the first thing", "en").Intent);
    }

    private async Task<PackDiff> AfterAsync(Action change)
    {
        var reloaded = new TaskCompletionSource<PackDiff>(TaskCreationOptions.RunContinuationsAsynchronously);
        void Done(object? sender, PackDiff diff) => reloaded.TrySetResult(diff);
        _store.Reloaded += Done;
        change();
        try
        {
            return await reloaded.Task.WaitAsync(Patience);
        }
        finally
        {
            _store.Reloaded -= Done;
        }
    }

    private void Write(string file, string text)
    {
        var path = Path.Combine(_pack, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
