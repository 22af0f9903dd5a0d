using VoiceMed.Assistant.Authorising;
using VoiceMed.Assistant.Demo;
using VoiceMed.Assistant.Dialogue;
using VoiceMed.Assistant.Hosting;
using VoiceMed.Assistant.Screen;
using VoiceMed.LedgerClient.Identifiers;
using Xunit;

namespace VoiceMed.Assistant.Tests.Harness;

/// <summary>The demo city with its enrolled doctors in a folder of its own, opened once for all tests that only talk to it.</summary>
public sealed class DemoHouse : IAsyncLifetime
{
    public DataFolder Data { get; } = new(Directory.CreateTempSubdirectory("voicemed-tests-").FullName);

    public VoiceMedConfig Config { get; } = new() { Listen = "http://127.0.0.1:0", Ledger = "embedded" };

    public AssistantHost Host { get; private set; } = null!;

    public static string Clip(string name) => Path.Combine(InstallFolder.Find(), "demo", "audio", name.Replace('/', Path.DirectorySeparatorChar));

    public async Task InitializeAsync()
    {
        await PrepareAsync(Data, Config);
        Host = await AssistantHost.OpenAsync(Config, Data, new() { Digits = "4719" });
    }

    public static async Task PrepareAsync(DataFolder data, VoiceMedConfig config)
    {
        var stage = new DemoStage(config, data, InstallFolder.Find(), TimeProvider.System);
        await stage.SeedAsync(static _ => { }, default);
        await stage.EnrolAsync(["smirnova", "kuznetsov"], "ru", static _ => { }, default);
        await stage.EnrolAsync(["carter", "bennett"], "en", static _ => { }, default);
    }

    /// <summary>A conversation at an empty bed, in which the doctor has given the second factor.</summary>
    public async Task<(Conversation Conversation, ISpeakerGate Gate)> SignedInAsync(string doctor, string language)
    {
        var gate = Host.CreateGate();
        var conversation = await Host.CreateConversationAsync(Terminal(language), language, gate);
        gate.TrustOperator(new DoctorId(doctor));
        return (conversation, gate);
    }

    public static BedsideTerminal Terminal(string language, string? bed = null) => new("test-bed", new HospitalId("hospital-1"), bed, language);

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        Directory.Delete(Data.Root, recursive: true);
    }
}
