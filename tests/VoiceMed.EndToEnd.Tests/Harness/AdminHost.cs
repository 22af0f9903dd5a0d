using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using VoiceMed.Assistant.Admin;
using VoiceMed.Assistant.Admin.Enrolment;
using VoiceMed.Assistant.Admin.SignIn;
using VoiceMed.Assistant.Hosting;
using VoiceMed.Assistant.Screen;
using VoiceMed.Assistant.Screen.Pages;
using VoiceMed.Auth.Journal;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Voiceprints;
using VoiceMed.Nlu.Packs;

namespace VoiceMed.EndToEnd.Tests.Harness;

/// <summary>The real admin server with a voiceprint store of its own in a temporary folder.</summary>
public sealed class AdminHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string _folder;

    private AdminHost(WebApplication app, string folder, AdminCredentials credentials, string key, VoiceprintStore store, LiveScreens screens) =>
        (_app, _folder, Credentials, Key, Voiceprints, Screens) = (app, folder, credentials, key, store, screens);

    public AdminCredentials Credentials { get; }

    public string Key { get; }

    public VoiceprintStore Voiceprints { get; }

    public LiveScreens Screens { get; }

    public SessionJournal Journal => new(Path.Combine(_folder, "sessions"));

    public SpeakerModel Model { get; private init; } = null!;

    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    /// <summary>The present one-time code.</summary>
    public string Code(int stepsAhead = 0) => TimeBasedCode.At(Credentials.CodeSecret, TimeBasedCode.StepAt(TimeProvider.System.GetUtcNow()) + stepsAhead);

    public static async Task<AdminHost> StartAsync(bool withPage = false, IDoctorAccountDesk? accounts = null)
    {
        var folder = Directory.CreateTempSubdirectory("voicemed-admin-").FullName;
        var file = Path.Combine(folder, "keys", "admin.json");
        var (credentials, key) = AdminCredentialFile.Renew(file);
        var model = SpeakerModel.Load(Path.Combine(InstallFolder.Find(), "models", "speaker-voicemed-0.1"));
        var store = VoiceprintStore.InDataDirectory(folder);
        var screens = new LiveScreens(new ScriptedSessionFactory(), new ScreenOptions(), TimeProvider.System, NullLogger<LiveScreens>.Instance);
        var parts = new AdminParts
        {
            Time = TimeProvider.System,
            Screens = screens,
            Journal = new SessionJournal(Path.Combine(folder, "sessions")),
            Voiceprints = new VoiceprintDesk(model, store, TimeProvider.System),
            Accounts = accounts,
            Calibration = new CalibrationFile(Path.Combine(folder, "calibration.json")),
            Packs = PackStore.Load(Path.Combine(InstallFolder.Find(), "nlu", "packs", "clinical"), new PackOptions()),
        };
        var options = new AdminOptions { Listen = "http://127.0.0.1:0", CredentialFile = file, Pages = withPage ? PageDirectory.Find("admin") : null };
        var app = AdminServer.Create(parts, options, NullLoggerFactory.Instance);
        await app.StartAsync();
        return new AdminHost(app, folder, credentials, key, store, screens) { Model = model };
    }

    /// <summary>A client that is signed in.</summary>
    public async Task<HttpClient> SignInAsync()
    {
        var client = Client();
        using var response = await client.PostAsJsonAsync("api/session", new { key = Key, code = Code() });
        response.EnsureSuccessStatusCode();
        return client;
    }

    /// <summary>A client that behaves like the page.</summary>
    public HttpClient Client()
    {
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("X-VoiceMed", "1");
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Screens.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
