using VoiceMed.Assistant.Demo;
using VoiceMed.Assistant.Hosting;

namespace VoiceMed.Assistant.Bench;

/// <summary>The whole program with the demo city in a folder of its own, with as many terminals as are to be simulated.</summary>
internal sealed class BenchHouse : IAsyncDisposable
{
    private readonly string _folder;
    private readonly AssistantHost _host;
    private readonly BedsideServer _server;

    private BenchHouse(string folder, AssistantHost host, BedsideServer server) => (_folder, _host, _server) = (folder, host, server);

    public Uri Socket => new UriBuilder(_server.Address) { Scheme = "ws", Path = "/screen" }.Uri;

    public static string TokenOf(int screen) => $"bench-terminal-{screen:D6}";

    public static async Task<BenchHouse> OpenAsync(string language, int screens, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("voicemed-bench-").FullName;
        var install = InstallFolder.Find();
        var script = DemoScript.Load(Path.Combine(install, "demo", "script.yaml"), language);
        var config = new VoiceMedConfig
        {
            Listen = "http://127.0.0.1:0",
            Terminals = [.. Enumerable.Range(0, screens).Select(i => new TerminalConfig { Name = $"bench-{i}", Token = TokenOf(i), Hospital = script.Bed.Hospital, Bed = script.Bed.Bed })],
        };
        var data = new DataFolder(folder);
        var stage = new DemoStage(config, data, install, TimeProvider.System);
        await stage.SeedAsync(static _ => { }, cancellation).ConfigureAwait(false);
        await stage.EnrolAsync(script.Doctors, language, static _ => { }, cancellation).ConfigureAwait(false);
        var host = await AssistantHost.OpenAsync(config, data, new AssistantHostOptions { Digits = script.Digits }, cancellation).ConfigureAwait(false);
        var server = await BedsideServer.StartAsync(host, here: null, cancellation).ConfigureAwait(false);
        return new BenchHouse(folder, host, server);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync().ConfigureAwait(false);
        await _host.DisposeAsync().ConfigureAwait(false);
        Directory.Delete(_folder, recursive: true);
    }
}
