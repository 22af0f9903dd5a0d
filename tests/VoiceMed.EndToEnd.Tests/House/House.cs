using System.Collections.Concurrent;
using System.Text.Json;
using VoiceMed.Assistant.Demo;
using VoiceMed.Assistant.Hosting;
using VoiceMed.Assistant.Screen;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.Speech.Audio;
using Xunit;
using Xunit.Abstractions;

namespace VoiceMed.EndToEnd.Tests.House;

/// <summary>The whole program with the demo city and its doctors, in a folder of its own.</summary>
public sealed class House : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> _turns = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("voicemed-house-").FullName;

    public AssistantHost Host { get; private set; } = null!;

    public BedsideServer Server { get; private set; } = null!;

    public AdminSite? Admin { get; private set; }

    public Uri Address => new(Server.Address);

    public DataFolder Data => new(_folder);

    public VoiceMedConfig Config { get; } = new() { Listen = "http://127.0.0.1:0", Admin = "http://127.0.0.1:0" };

    public async Task InitializeAsync()
    {
        var stage = new DemoStage(Config, Data, InstallFolder.Find(), TimeProvider.System);
        await stage.SeedAsync(static _ => { }, default);
        await stage.EnrolAsync(["smirnova", "kuznetsov"], "ru", static _ => { }, default);
        await stage.EnrolAsync(["carter", "bennett"], "en", static _ => { }, default);
        await StartAsync();
    }

    /// <summary>Opens the program on its folder. The challenge's digits are those the recordings answer.</summary>
    public async Task StartAsync(string? listen = null)
    {
        var config = listen is null ? Config : new VoiceMedConfig { Listen = listen, Admin = Config.Admin };
        Host = await AssistantHost.OpenAsync(config, Data, new AssistantHostOptions { Digits = "4719" });
        Host.SessionOpened = session => session.Reported = turn => _turns.Enqueue(JsonSerializer.Serialize(turn));
        Server = await BedsideServer.StartAsync(Host, new BedsideTerminal("demo-bed", new HospitalId("hospital-1"), "3-2", "ru"), default);
        Admin = await AdminSite.StartAsync(Host, Server, default);
    }

    public async Task StopAsync()
    {
        await Admin!.DisposeAsync();
        await Server.DisposeAsync();
        await Host.DisposeAsync();
    }

    public async Task DisposeAsync()
    {
        if (Admin is not null)
        {
            await StopAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Writes what each turn since the last time came to, a line of JSON each: what one wants to see of a test that failed.</summary>
    public void WriteTurns(ITestOutputHelper output)
    {
        while (_turns.TryDequeue(out var turn))
        {
            output.WriteLine(turn);
        }
    }

    /// <summary>Where a recording of the demo lies.</summary>
    public static string Clip(string name) => Path.Combine(InstallFolder.Find(), "demo", "audio", name);

    /// <summary>Recordings one after the other as one microphone film: each after its pause, in seconds, and silence to the end.</summary>
    public static async Task<string> FilmAsync(double tail, params (double Pause, string Clip)[] clips)
    {
        var random = new Random(5);
        IEnumerable<short> Silence(double seconds) => Enumerable.Range(0, (int)(seconds * 16_000)).Select(_ => (short)random.Next(-6, 7));
        var samples = new List<short>();
        foreach (var (pause, clip) in clips)
        {
            samples.AddRange(Silence(pause));
            samples.AddRange((await AudioLoader.LoadAsync(Clip(clip), CancellationToken.None)).Samples);
        }

        samples.AddRange(Silence(tail));
        var path = Path.Combine(Path.GetTempPath(), $"voicemed-{Guid.NewGuid():N}.wav");
        await File.WriteAllBytesAsync(path, Harness.Sound.Wav([.. samples], 16_000));
        return path;
    }
}
