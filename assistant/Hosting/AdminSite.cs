using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using VoiceMed.Assistant.Admin;
using VoiceMed.Assistant.Admin.Enrolment;
using VoiceMed.Assistant.CommandLine;
using VoiceMed.Assistant.Screen;
using VoiceMed.Assistant.Screen.Events;
using VoiceMed.Assistant.Screen.Pages;
using VoiceMed.Auth.Journal;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Voiceprints;
using VoiceMed.Speech.Models;

namespace VoiceMed.Assistant.Hosting;

/// <summary>The admin's page beside the bedside server, at an address of its own.</summary>
public sealed class AdminSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly CancellationTokenSource _stopping;
    private readonly HttpClient _http;

    private AdminSite(WebApplication app, CancellationTokenSource stopping, HttpClient http) => (_app, _stopping, _http) = (app, stopping, http);

    /// <summary>Where it listens.</summary>
    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>Starts it.</summary>
    /// <param name="host">The composed program; stays the caller's.</param>
    /// <param name="bedside">The bedside server, whose sessions it shows and whose log it shares.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="CommandException">The port is taken.</exception>
    public static async Task<AdminSite> StartAsync(AssistantHost host, BedsideServer bedside, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(bedside);
        var screens = bedside.Screens;
        var stopping = new CancellationTokenSource();
        var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        var catalog = ModelCatalog.Load();
        var parts = new AdminParts
        {
            Time = host.Time,
            Screens = screens,
            Ledger = host.Ledger,
            Packs = host.Packs,
            Journal = new SessionJournal(host.Data.Sessions),
            Voiceprints = new VoiceprintDesk(
                host.Speakers, host.Voiceprints, host.Time,
                () => DoctorWatcher.TakeUp(host, screens), host.Recognizers.Transcribe),
            Accounts = new DoctorAccountDesk(host),
            Calibration = new CalibrationFile(host.Data.Calibration),
            Models = new ModelDesk(catalog, new ModelInstaller(catalog, http), stopping.Token),
        };
        var options = new AdminOptions { Listen = host.Config.Admin, CredentialFile = host.Data.AdminCredentials, Pages = PageDirectory.Find("admin") };
        var app = AdminServer.Create(parts, options, bedside.Loggers);
        try
        {
            await app.StartAsync(cancellation).ConfigureAwait(false);
            return new AdminSite(app, stopping, http);
        }
        catch (IOException e) when (e.InnerException is SocketException || e.Message.Contains("address already in use", StringComparison.OrdinalIgnoreCase))
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw new CommandException($"Somebody listens at {host.Config.Admin} already: end that program, or set admin: in voicemed.yaml to another port.");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
        _http.Dispose();
        _stopping.Dispose();
    }
}
