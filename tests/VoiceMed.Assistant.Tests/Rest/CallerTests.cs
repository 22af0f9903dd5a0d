using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using VoiceMed.Assistant.Rest.Callers;
using VoiceMed.Ledger.Accounts;
using VoiceMed.LedgerClient.Accounts;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;
using Xunit;

namespace VoiceMed.Assistant.Tests.Rest;

public sealed class CallerTests(RestServerFixture fixture) : IClassFixture<RestServerFixture>
{
    private const string Visits = "/getHospitalVisits?patientId=patient-1";
    private readonly RestServer _server = fixture.Server;

    [Fact]
    public async Task Request_WithoutPurpose_HasItsOwnCode()
    {
        Assert.Equal((400, "purpose.missing"), await RefusalAsync(_server.Client(purpose: null)));
        Assert.Equal((400, "purpose.unknown"), await RefusalAsync(_server.Client(purpose: "CURIOSITY")));
    }

    [Fact]
    public async Task Request_WithARevokedKey_HasItsOwnCode()
    {
        await _server.AddKeyAsync("kuznetsov", "lost");
        var token = _server.Token("kuznetsov", key: "lost");
        Assert.Equal((200, null), await RefusalAsync(_server.Client(token)));
        await _server.Ledger.Accounts.RevokeKeyAsync(new DoctorId("kuznetsov"), "lost");
        Assert.Equal((401, "key.revoked"), await RefusalAsync(_server.Client(token)));
    }

    [Fact]
    public async Task Request_OfARevokedAccount_IsRefusedWithEachOfItsKeys()
    {
        await _server.Ledger.Accounts.SetStatusAsync(new DoctorId("bennett"), AccountStatus.Revoked);
        Assert.Equal((401, "key.revoked"), await RefusalAsync(_server.Client(_server.Token("bennett"))));
    }

    [Fact]
    public async Task Request_ForAnErasedPatient_HasItsOwnCode()
    {
        await using var own = await RestServer.StartAsync();
        own.Ledger.Store.ContentKeys.Destroy("patient/patient-1");
        foreach (var path in new[] { Visits, "/getDocumentsFromHospital?hospitalId=hospital-1&patientId=patient-1", "/getDocument?documentId=doc-1-3", "/ledger/consents?patientId=patient-1" })
        {
            Assert.Equal((410, "patient.erased"), await RefusalAsync(own.Client(), path));
        }
    }

    [Fact]
    public async Task Request_WithoutToken_IsAskedForOne()
    {
        using var client = new HttpClient { BaseAddress = _server.Address };
        using var response = await client.GetAsync(Visits);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("token.missing", response.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_WithAWrongToken_IsRefusedForItsReason()
    {
        var good = _server.Token();
        var parts = good.Split('.');
        Assert.Equal((401, "token.malformed"), await RefusalAsync(_server.Client("abc")));
        Assert.Equal((401, "token.malformed"), await RefusalAsync(_server.Client("a.b.c")));
        Assert.Equal((401, "token.expired"), await RefusalAsync(_server.Client(_server.Token(age: TimeSpan.FromMinutes(6)))));
        Assert.Equal((401, "token.expired"), await RefusalAsync(_server.Client(_server.Token(age: TimeSpan.FromMinutes(-6)))));
        Assert.Equal((401, "token.expired"), await RefusalAsync(_server.Client(_server.Token(life: TimeSpan.FromMinutes(61)))));
        Assert.Equal((401, "token.audience"), await RefusalAsync(_server.Client(_server.Token(audience: "another"))));
        Assert.Equal((401, "token.signature"), await RefusalAsync(_server.Client($"{parts[0]}.{parts[1]}.{Flip(parts[2])}")));
        Assert.Equal((401, "token.signature"), await RefusalAsync(_server.Client($"{parts[0]}.{_server.Token("carter").Split('.')[1]}.{parts[2]}")));
    }

    [Theory]
    [InlineData("""{"alg":"none","kid":"smirnova/rest"}""")]
    [InlineData("""{"alg":"HS256","kid":"smirnova/rest"}""")]
    [InlineData("""{"alg":"ES256","alg":"none","kid":"smirnova/rest"}""")]
    public async Task Request_WithAnotherAlgorithm_IsNoToken(string header)
    {
        var parts = _server.Token().Split('.');
        var forged = System.Buffers.Text.Base64Url.EncodeToString(System.Text.Encoding.UTF8.GetBytes(header));
        Assert.Equal((401, "token.malformed"), await RefusalAsync(_server.Client($"{forged}.{parts[1]}.{parts[2]}")));
    }

    [Fact]
    public async Task Request_WithAKeyNobodyRegistered_IsRefused()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = new CallerClaims("smirnova", CallerToken.Audience, now, now + 60);
        Assert.Equal((401, "key.unknown"), await RefusalAsync(_server.Client(CallerToken.Create("smirnova/other", key, claims))));
        Assert.Equal((401, "token.signature"), await RefusalAsync(_server.Client(CallerToken.Create("smirnova/rest", key, claims))));
    }

    [Fact]
    public async Task Request_InSomebodyElsesName_IsForTheHospitalsSystemAlone()
    {
        Assert.Equal((401, "token.claims"), await RefusalAsync(_server.Client(_server.Token("smirnova", subject: "carter"))));
        Assert.Equal((200, null), await RefusalAsync(_server.Client(_server.Token("mis-1", subject: "smirnova"))));
        Assert.Equal((401, "token.claims"), await RefusalAsync(_server.Client(_server.Token("mis-1", subject: "admin"))));
        Assert.Equal((401, "token.claims"), await RefusalAsync(_server.Client(_server.Token("mis-1", subject: "orlova"))));
    }

    [Theory]
    [InlineData(AccountStatus.Suspended)]
    [InlineData(AccountStatus.Revoked)]
    public async Task ContractCall_InTheNameOfAClinicianWhoMayNotAct_IsRefused(AccountStatus status)
    {
        var name = "locum-" + status.ToString().ToLowerInvariant();
        var locum = new DoctorId(name);
        await _server.Ledger.Accounts.CreateAsync(locum, new BilingualText("Сменный", "Locum"), "doctor", new HospitalId("hospital-1"));
        using var client = _server.Client(_server.Token("mis-1", subject: name));
        const string Who = """{"method":"who","arguments":{"ward":"locums"}}""";
        const string Take = """{"method":"take","arguments":{"ward":"locums"}}""";
        Assert.Equal(HttpStatusCode.OK, (await RestServer.PostAsync(client, "/ledger/contracts/shift-handover/evaluations", Who)).Status);
        await _server.Ledger.Accounts.SetStatusAsync(locum, status);

        var (evaluated, why) = await RestServer.PostAsync(client, "/ledger/contracts/shift-handover/evaluations", Who);
        var (called, whyNot) = await RestServer.PostAsync(client, "/ledger/contracts/shift-handover/calls", Take, name);

        Assert.Equal((HttpStatusCode.Forbidden, "account.suspended"), (evaluated, (string?)why["code"]));
        Assert.Equal((HttpStatusCode.Forbidden, "account.suspended"), (called, (string?)whyNot["code"]));

        // What concerns a patient is refused by the law, with its audit entry.
        Assert.Equal(403, (await RefusalAsync(_server.Client(_server.Token("mis-1", subject: name)))).Status);
        using var admin = _server.Client(_server.Token("admin"), "HOPERAT");
        var (_, accesses, _) = await _server.GetAsync("/ledger/accesses?patientId=patient-1&limit=200", admin);
        Assert.Contains(accesses["items"]!.AsArray(), a => !(bool)a!["granted"]! && (string?)a["doctor"] == name);
    }

    [Fact]
    public async Task Request_ThatIsRefused_LeavesAnAuditEntry()
    {
        using var client = _server.Client(purpose: "HRESCH");
        Assert.Equal(403, (await RefusalAsync(client)).Status);
        using var admin = _server.Client(_server.Token("admin"), "HOPERAT");
        var (_, body, _) = await _server.GetAsync("/ledger/accesses?patientId=patient-1&limit=200", admin);
        Assert.Contains(body["items"]!.AsArray(), a => (string?)a!["purpose"] == "HRESCH" && !(bool)a["granted"]! && (string?)a["doctor"] == "smirnova");
    }

    private static string Flip(string part) => (part[0] == 'A' ? 'B' : 'A') + part[1..];

    private static async Task<(int Status, string? Code)> RefusalAsync(HttpClient client, string path = Visits)
    {
        using (client)
        {
            using var response = await client.GetAsync(path);
            return ((int)response.StatusCode, (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["code"]);
        }
    }
}
