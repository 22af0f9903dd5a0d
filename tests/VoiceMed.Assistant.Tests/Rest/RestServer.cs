using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VoiceMed.Assistant.Rest;
using VoiceMed.Assistant.Rest.Callers;
using VoiceMed.Ledger;
using VoiceMed.Ledger.Resources;
using VoiceMed.Ledger.Seed;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Assistant.Tests.Rest;

/// <summary>The REST interface on a real Kestrel over a real ledger with the demo city; every account has a key named <c>rest</c>.</summary>
public sealed class RestServer : IAsyncDisposable
{
    public const string Patient = "patient-1";

    private readonly string _folder = Directory.CreateTempSubdirectory("voicemed-rest-").FullName;
    private readonly Dictionary<string, ECDsa> _keys = [];
    private WebApplication _app = null!;

    private RestServer()
    {
    }

    /// <summary>The assembly of the example contract that the solution builds.</summary>
    public static string SampleContract => Path.Combine(AppContext.BaseDirectory, "VoiceMed.Contracts.ShiftHandover.dll");

    public EmbeddedLedger Ledger { get; private set; } = null!;

    public Uri Address { get; private set; } = null!;

    /// <summary>Starts it; with a certificate it speaks TLS and takes clients' certificates.</summary>
    public static async Task<RestServer> StartAsync(X509Certificate2? certificate = null, int retentionYears = 25)
    {
        var server = new RestServer();
        server.Ledger = await EmbeddedLedger.OpenAsync(
            LedgerOptions.Under(server._folder) with { RetentionYears = retentionYears }, store => new ResourceRegistry(store));
        await DemoCity.SeedAsync(server.Ledger, TimeProvider.System);
        await ResourceSeed.SeedAsync(
            new ResourceRegistry(server.Ledger.Store), [new("hospital-1"), new("hospital-2")], server.Ledger.Registry.Current.SigningKeyOf);
        foreach (var (id, role) in new[] { ("mis-1", "system"), ("home-hub", "device"), ("inspector", "auditor") })
        {
            await server.Ledger.Accounts.CreateAsync(new DoctorId(id), new BilingualText(id, id), role, new HospitalId("hospital-1"));
        }

        var proposed = await server.Ledger.Contracts.ProposeAsync("council/member-1", SampleContract, "VoiceMed.Contracts.ShiftHandover");
        await server.Ledger.Council.ApproveAsync("council/member-2", proposed.Proposal.Id);
        foreach (var account in server.Ledger.Accounts.List())
        {
            await server.AddKeyAsync(account.Id.Value, "rest");
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(certificate is null ? "http://127.0.0.1:0" : "https://127.0.0.1:0");
        if (certificate is not null)
        {
            builder.WebHost.UseMutualTls(certificate);
        }

        builder.Services.AddClinicalRest(server.Ledger);
        server._app = builder.Build();
        server._app.MapClinicalRest();
        await server._app.StartAsync();
        server.Address = new Uri(server._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        return server;
    }

    /// <summary>A token signed with a key of the channel itself, which this machine holds.</summary>
    public string ChannelToken(string key)
    {
        using var signing = ECDsa.Create();
        signing.ImportFromPem(File.ReadAllText(Path.Combine(_folder, "keys", "ledger", key + ".pem")));
        var now = TimeProvider.System.GetUtcNow();
        return CallerToken.Create(key, signing, new CallerClaims(
            key.Split('/')[0], CallerToken.Audience, now.ToUnixTimeSeconds(), now.AddMinutes(5).ToUnixTimeSeconds()));
    }

    /// <summary>A self-signed certificate of an account's key, as <c>openssl req -x509</c> makes one.</summary>
    public X509Certificate2 Certificate(string account, string? name = null, TimeSpan? age = null)
    {
        var request = new CertificateRequest($"CN={name ?? account}", _keys[account], HashAlgorithmName.SHA256);
        var from = TimeProvider.System.GetUtcNow() - (age ?? TimeSpan.FromMinutes(1));
        return request.CreateSelfSigned(from, from.AddHours(1));
    }

    public async Task AddKeyAsync(string account, string name)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        _keys[$"{account}/{name}"] = key;
        await Ledger.Accounts.AddKeyAsync(new DoctorId(account), name, key.ExportSubjectPublicKeyInfo());
    }

    /// <summary>A token of an account's key, for itself or for <paramref name="subject"/>.</summary>
    public string Token(
        string account = "smirnova", string? subject = null, string key = "rest", TimeSpan? age = null, TimeSpan? life = null,
        string audience = CallerToken.Audience)
    {
        var now = TimeProvider.System.GetUtcNow() - (age ?? TimeSpan.Zero);
        return CallerToken.Create($"{account}/{key}", _keys[$"{account}/{key}"], new CallerClaims(
            subject ?? account, audience, now.ToUnixTimeSeconds(), (now + (life ?? TimeSpan.FromMinutes(5))).ToUnixTimeSeconds()));
    }

    /// <summary>A client that sends an account's token and a purpose.</summary>
    public HttpClient Client(string? token = null, string? purpose = "TREAT")
    {
        var client = new HttpClient { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token ?? Token());
        if (purpose is not null)
        {
            client.DefaultRequestHeaders.Add("Purpose-Of-Use", purpose);
        }

        return client;
    }

    /// <summary>Asks and reads the JSON answer.</summary>
    public async Task<(HttpStatusCode Status, JsonNode Body, HttpResponseHeaders Headers)> GetAsync(string path, HttpClient? client = null)
    {
        using var own = client is null ? Client() : null;
        using var response = await (client ?? own!).GetAsync(new Uri(path, UriKind.Relative));
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!, response.Headers);
    }

    /// <summary>Sends JSON and reads the JSON answer.</summary>
    public static async Task<(HttpStatusCode Status, JsonNode Body)> PostAsync(HttpClient client, string path, string json, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(json, new MediaTypeHeaderValue("application/json")) };
        if (idempotencyKey is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotencyKey);
        }

        using var response = await client.SendAsync(request);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Ledger.DisposeAsync();
        foreach (var key in _keys.Values)
        {
            key.Dispose();
        }

        Directory.Delete(_folder, recursive: true);
    }
}
