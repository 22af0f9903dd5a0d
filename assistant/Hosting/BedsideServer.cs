using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Serilog;
using VoiceMed.Assistant.CommandLine;
using VoiceMed.Assistant.Rest;
using VoiceMed.Assistant.Rest.Callers;
using VoiceMed.Assistant.Screen;
using VoiceMed.Assistant.Screen.Fhircast;
using VoiceMed.Assistant.Screen.Pages;
using VoiceMed.Assistant.Screen.Terminals;
using VoiceMed.Ledger;
using VoiceMed.Ledger.Import;
using VoiceMed.LedgerClient.Fabric.Clinical;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Assistant.Hosting;

/// <summary>The web server behind the bedside screens.</summary>
public sealed class BedsideServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly CancellationTokenSource _stopping = new();
    private readonly HttpClient _http = new();
    private readonly List<Task> _subscriptions = [];

    private BedsideServer(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>The open sessions.</summary>
    public LiveScreens Screens => _app.Services.GetRequiredService<LiveScreens>();

    /// <summary>Where it logs.</summary>
    public ILoggerFactory Loggers => _app.Services.GetRequiredService<ILoggerFactory>();

    /// <summary>Starts it.</summary>
    /// <param name="host">The composed program; stays the caller's.</param>
    /// <param name="here">The terminal of screens on this machine that bring no token; null for the configuration's word.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="CommandException">The port is taken.</exception>
    public static async Task<BedsideServer> StartAsync(AssistantHost host, BedsideTerminal? here, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(host);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(LogFile.Create(host.Data), dispose: true);
        builder.WebHost.UseUrls(host.Config.Listen);
        if (host.Config.Tls is { } tls)
        {
            builder.WebHost.UseMutualTls(Read(tls));
        }

        builder.Services.AddSingleton<IBedsideSessionFactory>(host);
        builder.Services.AddSingleton(host.Time);
        builder.Services.AddBedsideScreens(
            new ScreenOptions
            {
                LoopbackTerminal = here ?? (host.Config.Terminals.Count == 0 ? FirstTerminal(host) : null),
                Origins = host.Config.Origins,
            },
            new TerminalDirectory(host.Config.Terminals.Select(terminal => KeyValuePair.Create(terminal.Token, TerminalOf(host, terminal)))));
        builder.Services.AddHostedService(_ => new PackWatcher(host.Packs, host.Time));
        builder.Services.AddHostedService(services => new DoctorWatcher(host, services.GetRequiredService<LiveScreens>()));
        _ = host.Ledger switch
        {
            EmbeddedLedger embedded => builder.Services.AddClinicalRest(embedded, host.Time),
            FabricLedger fabric => builder.Services.AddClinicalRest(fabric, host.Time),
            var other => throw new InvalidOperationException($"REST knows no ledger of the kind {other.GetType().Name}."),
        };
        builder.Services.AddHostedService(services => new ImportWatcher(services.GetRequiredService<FhirImporter>(), host.Config.Imports));
        var app = builder.Build();
        app.UseBedsideScreens(Pages());
        app.MapClinicalRest();
        try
        {
            await app.StartAsync(cancellation).ConfigureAwait(false);
            var server = new BedsideServer(app);
            server.Subscribe(host);
            return server;
        }
        catch (IOException e) when (e.InnerException is SocketException || e.Message.Contains("address already in use", StringComparison.OrdinalIgnoreCase))
        {
            await app.DisposeAsync().ConfigureAwait(false);
            throw new CommandException($"Somebody listens at {host.Config.Listen} already: end that program, or set listen: in voicemed.yaml to another port.");
        }
    }

    /// <summary>Waits until it ends.</summary>
    public Task WaitAsync(CancellationToken cancellation) => _app.WaitForShutdownAsync(cancellation);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_subscriptions).ConfigureAwait(false);
        await _app.DisposeAsync().ConfigureAwait(false);
        _http.Dispose();
        _stopping.Dispose();
    }

    private void Subscribe(AssistantHost host)
    {
        foreach (var terminal in host.Config.Terminals.Where(terminal => terminal.Fhircast is not null))
        {
            var options = new FhircastOptions
            {
                Terminal = terminal.Name,
                Hub = new Uri(terminal.Fhircast!.Hub),
                Topic = terminal.Fhircast.Topic,
                AccessToken = terminal.Fhircast.AccessToken,
            };
            var logger = _app.Services.GetRequiredService<ILogger<FhircastSubscriber>>();
            _subscriptions.Add(new FhircastSubscriber(options, Screens, _http, host.Time, logger).RunAsync(_stopping.Token));
        }
    }

    private static X509Certificate2 Read(TlsConfig tls)
    {
        try
        {
            return X509Certificate2.CreateFromPemFile(tls.Certificate, tls.Key);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            throw new CommandException($"The server's certificate {tls.Certificate} with its key {tls.Key} cannot be used: {e.Message}");
        }
    }

    private static string? Pages()
    {
        try
        {
            return PageDirectory.Find("bedside");
        }
        catch (DirectoryNotFoundException e)
        {
            throw new CommandException($"{e.Message} Run './voicemed setup'.");
        }
    }

    private static BedsideTerminal FirstTerminal(AssistantHost host) =>
        new("bedside", host.Hospitals.All.Count > 0 ? host.Hospitals.All[0].Id : new HospitalId("hospital-1"), null, host.Config.Languages[0]);

    private static BedsideTerminal TerminalOf(AssistantHost host, TerminalConfig terminal) => new(
        terminal.Name, new HospitalId(terminal.Hospital ?? FirstTerminal(host).Hospital.Value), terminal.Bed, host.Config.Languages[0]);
}
