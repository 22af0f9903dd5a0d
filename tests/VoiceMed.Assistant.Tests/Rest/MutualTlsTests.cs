using System.Net.Http.Headers;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using VoiceMed.LedgerClient.Identifiers;
using Xunit;

namespace VoiceMed.Assistant.Tests.Rest;

/// <summary>Callers that show a certificate instead of a token, over a real TLS connection.</summary>
public sealed class MutualTlsTests : IAsyncLifetime
{
    private const string Visits = "/getHospitalVisits?patientId=patient-1";
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private X509Certificate2 _certificate = null!;
    private RestServer _server = null!;

    public async Task InitializeAsync()
    {
        var request = new CertificateRequest("CN=localhost", _key, HashAlgorithmName.SHA256);
        var now = TimeProvider.System.GetUtcNow();
        _certificate = request.CreateSelfSigned(now.AddMinutes(-1), now.AddHours(1));
        _server = await RestServer.StartAsync(_certificate);
    }

    public async Task DisposeAsync()
    {
        await _server.DisposeAsync();
        _certificate.Dispose();
        _key.Dispose();
    }

    [Fact]
    public async Task Request_WithTheCertificateOfARegisteredKey_IsThatAccounts()
    {
        using var own = _server.Certificate("smirnova/rest");
        Assert.Equal((200, null), await AskAsync(own));
        using var audit = await SendAsync(own, "/ledger/accounts/smirnova/transactions");
        Assert.Contains("access", await audit.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await _server.Ledger.Accounts.RevokeKeyAsync(new DoctorId("smirnova"), "rest");
        Assert.Equal((401, "key.revoked"), await AskAsync(own));
    }

    [Fact]
    public async Task Request_WithACertificateThatIsNotWhatItSays_IsRefusedForItsReason()
    {
        using var foreign = _server.Certificate("carter/rest", name: "smirnova/rest");
        using var old = _server.Certificate("carter/rest", age: TimeSpan.FromHours(2));
        using var nameless = _server.Certificate("carter/rest", name: "carter");
        using var unknown = _server.Certificate("carter/rest", name: "carter/other");
        Assert.Equal((401, "certificate.key"), await AskAsync(foreign));
        Assert.Equal((401, "certificate.key"), await AskAsync(old));
        Assert.Equal((401, "certificate.name"), await AskAsync(nameless));
        Assert.Equal((401, "key.unknown"), await AskAsync(unknown));
    }

    [Fact]
    public async Task Request_WithoutACertificate_NeedsATokenAsEver()
    {
        Assert.Equal((401, "token.missing"), await AskAsync(certificate: null));
        Assert.Equal((200, null), await AskAsync(certificate: null, token: _server.Token()));
        using var own = _server.Certificate("smirnova/rest");
        Assert.Equal((400, "purpose.missing"), await AskAsync(own, purpose: null));
    }

    private async Task<(int Status, string? Code)> AskAsync(X509Certificate2? certificate, string? token = null, string? purpose = "TREAT")
    {
        using var response = await SendAsync(certificate, Visits, token, purpose);
        return ((int)response.StatusCode, (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["code"]);
    }

    private async Task<HttpResponseMessage> SendAsync(X509Certificate2? certificate, string path, string? token = null, string? purpose = "TREAT")
    {
        using var handler = new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == _certificate.GetCertHashString(),
                ClientCertificates = certificate is null ? null : [certificate],
            },
        };
        using var client = new HttpClient(handler) { BaseAddress = _server.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        if (purpose is not null)
        {
            request.Headers.Add("Purpose-Of-Use", purpose);
        }

        return await client.SendAsync(request);
    }
}
