using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using VoiceMed.Assistant.Rest;
using VoiceMed.Assistant.Rest.Callers;
using VoiceMed.LedgerClient.Fabric.Clinical;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;
using Xunit;

namespace VoiceMed.Assistant.Tests.Rest;

/// <summary>The REST interface over the live Fabric network that <c>VOICEMED_FABRIC</c> names: the same calls, the same answers.</summary>
public sealed class FabricRestTests : IAsyncLifetime
{
    private static readonly HospitalId Hospital = new("hospital-1");

    private readonly string _run = Guid.NewGuid().ToString("N")[..12];
    private readonly Dictionary<string, ECDsa> _keys = [];
    private FabricLedger? _ledger;
    private WebApplication? _app;
    private Uri? _address;

    public async Task InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("VOICEMED_FABRIC") is not { Length: > 0 } profile)
        {
            return;
        }

        _ledger = FabricLedger.Open(profile);
        await _ledger.AdmitHospitalAsync(new Hospital(Hospital, new BilingualText("Больница № 1", "Hospital 1"), 1, [], ["cardiology"]));
        foreach (var role in new[] { "doctor", "system", "admin", "device" })
        {
            await AddAccountAsync(role);
        }

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddClinicalRest(_ledger);
        _app = builder.Build();
        _app.MapClinicalRest();
        await _app.StartAsync();
        _address = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    public async Task DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        _ledger?.Dispose();
        foreach (var key in _keys.Values)
        {
            key.Dispose();
        }
    }

    [SkippableFact]
    public async Task ImportedPatient_AskedByTheThreeCalls_AnswersAsOnTheEmbeddedLedger()
    {
        var patient = await ImportAsync();
        using var doctor = Client("doctor");
        var visits = await GetAsync(doctor, $"/getHospitalVisits?patientId={patient}&proof=true");
        Assert.Equal("cardiology", (string?)visits["items"]![0]!["department"]);
        Assert.Equal("fabric-endorsement", (string?)visits["proof"]!["scheme"]);
        Assert.Matches("^[0-9a-f]{64}$", (string?)visits["proof"]!["blocks"]![0]!["header"]);
        var documents = await GetAsync(doctor, $"/getDocumentsFromHospital?hospitalId=hospital-1&patientId={patient}");
        var opened = await GetAsync(doctor, $"/getDocument?documentId={(string?)documents["items"]![0]!["id"]}");
        Assert.Equal("Выписка", (string?)opened["text"]);
    }

    [SkippableFact]
    public async Task Import_SentAgain_ChangesNothing_AndACorrectionSupersedes()
    {
        var patient = await ImportAsync();
        Assert.Equal(["200 OK", "200 OK", "200 OK"], await OutcomesAsync(Bundle()));
        var corrected = Bundle().Replace("кардиология", "хирургия", StringComparison.Ordinal);
        Assert.Equal(["200 OK", "200 OK", "200 OK"], await OutcomesAsync(corrected));
        using var doctor = Client("doctor");
        var visits = await GetAsync(doctor, $"/getHospitalVisits?patientId={patient}");
        Assert.Equal("surgery", (string?)Assert.Single(visits["items"]!.AsArray())!["department"]);
    }

    [SkippableFact]
    public async Task Transaction_OfWhichOneEntryIsWrong_WritesNothing()
    {
        using var system = Client("system");
        var wrong = Bundle().Replace("\"status\": \"finished\"", "\"status\": \"unheard-of\"", StringComparison.Ordinal);
        using var refused = await PostAsync(system, "/fhir", wrong);
        Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
        using var doctor = Client("doctor");
        var found = await GetAsync(doctor, $"/fhir/Patient?name=Rest{_run}");
        Assert.Equal(0, (int?)found["total"]);
    }

    [SkippableFact]
    public async Task Account_RevokedByItsAdmin_IsRefusedFromThenOn()
    {
        using var admin = Client("admin", "HOPERAT");
        Assert.Equal("active", (string?)(await GetAsync(admin, $"/ledger/accounts/{Name("doctor")}"))["status"]);
        using (var revoked = await admin.DeleteAsync(new Uri($"/ledger/accounts/{Name("doctor")}/keys/rest", UriKind.Relative)))
        {
            Assert.Equal(HttpStatusCode.OK, revoked.StatusCode);
        }

        using var doctor = Client("doctor");
        using var answer = await doctor.GetAsync(new Uri("/ledger/hospitals", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("key.revoked", (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["code"]);
        var history = await GetAsync(admin, $"/ledger/accounts/{Name("doctor")}/transactions");
        Assert.Equal(3, (int?)history["total"]);
    }

    [SkippableFact]
    public async Task Blocks_OfTheChannel_HoldAndAreChecked()
    {
        using var admin = Client("admin", "HOPERAT");
        await ImportAsync();
        var blocks = await GetAsync(admin, "/ledger/blocks?limit=5");
        Assert.Equal(5, blocks["items"]!.AsArray().Count);
        var newest = (await GetAsync(admin, $"/ledger/blocks?after={(int?)blocks["total"] - 1}"))["items"]!.AsArray()[0]!;
        var transactions = await GetAsync(admin, $"/ledger/transactions?after={(long?)newest["lastTransaction"] - 1}&limit=1");
        var validity = await GetAsync(admin, $"/ledger/transactions/{(long?)transactions["items"]![0]!["sequence"]}/validity");
        Assert.True((bool?)validity["valid"], validity.ToJsonString());
        var health = await GetAsync(admin, "/health");
        Assert.Equal("ok", (string?)health["status"]);
    }

    [SkippableFact]
    public async Task Readings_DeliveredTwice_AreRecognised()
    {
        var patient = await ImportAsync();
        using var device = Client("device");
        var now = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
        var batch = $$"""{"device":"hub-{{_run}}","patient":"{{patient}}","readings":[{"time":"{{now}}","kind":"pulse","value":72}]}""";
        Assert.Equal("added", (string?)(await SendAsync(device, "/ledger/devices/readings", batch))["readings"]![0]!["status"]);
        Assert.Equal("duplicate", (string?)(await SendAsync(device, "/ledger/devices/readings", batch))["readings"]![0]!["status"]);
    }

    [SkippableFact]
    public async Task CallOfTheEmbeddedLedgerOnly_SaysSo()
    {
        using var admin = Client("admin", "HOPERAT");
        using var answer = await admin.GetAsync(new Uri("/ledger/contracts", UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotImplemented, answer.StatusCode);
        Assert.Equal("engine.embedded-only", (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["code"]);
    }

    [SkippableFact]
    public async Task Resources_AgainstTheStockAndProcurementRules_AreRefusedWithTheRulesCode()
    {
        using var system = Client("system");
        var gtin = NewGtin();
        string Moved(string movement, string quantity) =>
            $$"""{"type":"movement","time":"2026-11-01T09:00:00Z","hospital":"hospital-1","gtin":"{{gtin}}","movement":"{{movement}}","quantity":{{quantity}}}""";
        string Offer(string price) =>
            $$"""{"type":"offer","time":"2026-11-02T09:00:00Z","request":"req-{{_run}}","supplier":"supplier-1","price":{{price}},"quantity":50,"deliveryDays":7}""";

        Assert.Equal("resource.unknown", await EventAsync(system, "r-0", Moved("received", "100")));
        Assert.Equal("Created", await EventAsync(system, "r-1", $$"""{"type":"product","time":"2026-10-01T09:00:00Z","gtin":"{{gtin}}","name":{"ru":"Гепарин {{_run}}"},"maker":{"ru":"Завод"},"category":"medicine"}"""));
        Assert.Equal("Created", await EventAsync(system, "r-2", $$"""{"type":"norm","time":"2026-11-01T09:00:00Z","hospital":"hospital-1","gtin":"{{gtin}}","norm":100}"""));
        Assert.Equal("Created", await EventAsync(system, "r-3", Moved("received", "100.3")));
        Assert.Equal("OK", await EventAsync(system, "r-3", Moved("received", "100.3")));
        Assert.Equal("idempotency.conflict", await EventAsync(system, "r-3", Moved("received", "100.4")));
        Assert.Equal("Created", await EventAsync(system, "r-4", Moved("sent", "2.1")));
        Assert.Equal("stock.minimum", await EventAsync(system, "r-5", Moved("sent", "2")));
        Assert.Equal("stock.insufficient", await EventAsync(system, "r-6", Moved("dispensed", "400")));
        Assert.Equal("Created", await EventAsync(system, "r-7", Moved("dispensed", "10")));
        Assert.Equal("Created", await EventAsync(system, "r-8", $$"""{"type":"request","time":"2026-11-01T09:00:00Z","request":"req-{{_run}}","hospital":"hospital-1","gtin":"{{gtin}}","quantity":50,"priceCeiling":12.5,"currency":"RUB","deadline":"2099-12-31T00:00:00Z"}"""));
        Assert.Equal("procurement.price-ceiling", await EventAsync(system, "r-9", Offer("12.51")));
        Assert.Equal("Created", await EventAsync(system, "r-10", Offer("12.5")));
        Assert.Equal("hospital.forbidden", await EventAsync(system, "r-11", Moved("sent", "1").Replace("hospital-1", "hospital-2", StringComparison.Ordinal)));

        using var doctor = Client("doctor");
        var stock = Assert.Single((await GetAsync(doctor, $"/ledger/resources/stock?item={_run}&hospitalId=hospital-1"))["items"]!.AsArray())!;
        Assert.Equal((88.2m, 97m), ((decimal)stock["available"]!, (decimal)stock["minimum"]!));
        var lines = await GetAsync(system, "/ledger/resources/turnover?year=2026&quarter=4&hospitalId=hospital-1&limit=200");
        var turnover = Assert.Single(lines["items"]!.AsArray(), line => (string?)line!["gtin"] == gtin)!["turnover"]!;
        Assert.Equal((100.3m, 10m, 2.1m, 88.2m), ((decimal)turnover["received"]!, (decimal)turnover["dispensed"]!, (decimal)turnover["sent"]!, (decimal)turnover["closing"]!));
        var procurements = await GetAsync(system, "/ledger/resources/procurements?limit=200");
        var asked = Assert.Single(procurements["items"]!.AsArray(), one => (string?)one!["request"]!["request"] == $"req-{_run}")!;
        Assert.Equal(12.5m, (decimal)Assert.Single(asked["offers"]!.AsArray())!["price"]!);

        // Both are endorsed on the same stock; the one that is committed second has to be decided afresh.
        var both = await Task.WhenAll(EventAsync(system, "r-12", Moved("dispensed", "50")), EventAsync(system, "r-13", Moved("dispensed", "50")));
        Assert.Equal(["Created", "stock.insufficient"], both.Order(StringComparer.Ordinal));
    }

    [SkippableFact]
    public async Task Package_UsedOrRecalled_IsNoLongerGenuine()
    {
        using var system = Client("system");
        using var doctor = Client("doctor");
        var gtin = NewGtin();
        string Event(string type, string more) => $$$"""{"type":"{{{type}}}","time":"2026-10-01T09:00:00Z","gtin":"{{{gtin}}}",{{{more}}}}""";
        async Task<string?> VerdictAsync(string serial) => (string?)(await GetAsync(
            doctor, "/ledger/resources/verdict?code=" + Uri.EscapeDataString($"(01){gtin}(21){serial}")))["status"];

        Assert.Equal("unknown", await VerdictAsync("S1"));
        Assert.Equal("Created", await EventAsync(
            system, "p-1", Event("product", """ "name":{"ru":"Инсулин"},"maker":{"ru":"Завод"},"category":"medicine","serialized":true""")));
        Assert.Equal("Created", await EventAsync(system, "p-2", Event("item", """ "serial":"S1","batch":"B1","owner":"hospital-1" """)));
        Assert.Equal("Created", await EventAsync(
            system, "p-3", Event("item", """ "serial":"S2","batch":"B2","expiry":"2020-12-31","owner":"hospital-1" """)));
        Assert.Equal(("genuine", "expired"), (await VerdictAsync("S1"), await VerdictAsync("S2")));
        Assert.Equal("Created", await EventAsync(system, "p-4", Event("use", """ "serial":"S1","by":"hospital-1" """)));
        Assert.Equal("already-used", await VerdictAsync("S1"));
        Assert.Equal("resource.used", await EventAsync(system, "p-5", Event("use", """ "serial":"S1","by":"hospital-1" """)));
        Assert.Equal("Created", await EventAsync(system, "p-6", Event("recall", """ "batch":"B1","reason":{"ru":"Примеси"}""")));
        Assert.Equal(("recalled", "expired"), (await VerdictAsync("S1"), await VerdictAsync("S2")));
    }

    [SkippableFact]
    public async Task Erasure_RetentionOver_LeavesNothingToRead_AndTwiceIsAsGoodAsOnce()
    {
        var patient = await ImportAsync();
        using var admin = Client("admin", "HOPERAT");
        using var doctor = Client("doctor");
        LiveErasure.SkipUnlessOver((string)(await GetAsync(admin, $"/ledger/patients/{patient}/retention"))["retainedUntil"]!);
        var documents = await GetAsync(doctor, $"/getDocumentsFromHospital?patientId={patient}");
        var erase = new Uri($"/ledger/patients/{patient}?basis=retention-over", UriKind.Relative);

        using var forbidden = await doctor.DeleteAsync(erase);
        using var erased = await admin.DeleteAsync(erase);
        using var again = await admin.DeleteAsync(erase);

        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (erased.StatusCode, again.StatusCode));
        Assert.False((bool)JsonNode.Parse(await erased.Content.ReadAsStringAsync())!["duplicate"]!);
        Assert.True((bool)JsonNode.Parse(await again.Content.ReadAsStringAsync())!["duplicate"]!);
        foreach (var path in new[]
        {
            $"/getHospitalVisits?patientId={patient}", $"/getDocumentsFromHospital?patientId={patient}",
            $"/getDocument?documentId={(string?)documents["items"]![0]!["id"]}", $"/ledger/consents?patientId={patient}",
        })
        {
            using var refused = await doctor.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal((HttpStatusCode.Gone, "patient.erased"), (refused.StatusCode, (string?)JsonNode.Parse(await refused.Content.ReadAsStringAsync())!["code"]));
        }

        Assert.Equal(0, (int?)(await GetAsync(doctor, $"/fhir/Patient?name=Rest{_run}"))["total"]);
    }

    // The channel outlives the test, so each run has a product of its own; the last digit is GS1's check digit.
    private static string NewGtin()
    {
        var digits = RandomNumberGenerator.GetString("0123456789", 13);
        return digits + VoiceMed.LedgerClient.Gs1.Gtin.CheckDigit(digits);
    }

    private async Task<string> EventAsync(HttpClient client, string key, string json)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/ledger/resources/events");
        request.Content = new StringContent(json, new MediaTypeHeaderValue("application/json"));
        request.Headers.Add("Idempotency-Key", $"{key}-{_run}");
        using var answer = await client.SendAsync(request);
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        return (string?)body["code"] ?? answer.StatusCode.ToString();
    }

    private string Name(string role) => $"{role}-{_run}";

    private async Task AddAccountAsync(string role)
    {
        var id = new DoctorId(Name(role));
        await _ledger!.Accounts.CreateAsync(id, new BilingualText(role, role), role, Hospital);
        _keys[role] = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        await _ledger.Accounts.AddKeyAsync(id, "rest", _keys[role].ExportSubjectPublicKeyInfo());
    }

    private HttpClient Client(string role, string purpose = "TREAT")
    {
        Skip.If(_address is null, "VOICEMED_FABRIC names no connection profile: no live Fabric network to test against (docs/fabric.md)");
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var token = CallerToken.Create($"{Name(role)}/rest", _keys[role], new CallerClaims(Name(role), CallerToken.Audience, now, now + 300));
        var client = new HttpClient { BaseAddress = _address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        client.DefaultRequestHeaders.Add("Purpose-Of-Use", purpose);
        return client;
    }

    private async Task<string> ImportAsync()
    {
        Assert.Equal(["201 Created", "201 Created", "201 Created"], await OutcomesAsync(Bundle()));
        using var doctor = Client("doctor");
        var found = await GetAsync(doctor, $"/fhir/Patient?name=Rest{_run}");
        return (string)found["entry"]![0]!["resource"]!["id"]!;
    }

    private async Task<IReadOnlyList<string>> OutcomesAsync(string bundle)
    {
        using var system = Client("system");
        var answer = await SendAsync(system, "/fhir", bundle);
        return [.. answer["entry"]!.AsArray().Select(static entry => (string)entry!["response"]!["status"]!)];
    }

    private static async Task<JsonNode> GetAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative));
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {text}");
        return JsonNode.Parse(text)!;
    }

    private static async Task<JsonNode> SendAsync(HttpClient client, string path, string json)
    {
        using var response = await PostAsync(client, path, json);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{path}: {text}");
        return JsonNode.Parse(text)!;
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, string json)
    {
        using var content = new StringContent(json, new MediaTypeHeaderValue("application/json"));
        return await client.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    private string Bundle() => $$"""
        {
          "resourceType": "Bundle", "type": "transaction",
          "entry": [
            { "resource": {
              "resourceType": "Patient", "id": "p-{{_run}}", "identifier": [{ "system": "urn:mis:patients", "value": "{{_run}}" }],
              "name": [{ "family": "Rest{{_run}}", "given": ["Anna"] }], "birthDate": "1970-01-01" } },
            { "resource": {
              "resourceType": "Encounter", "id": "e-{{_run}}", "status": "finished", "class": { "code": "IMP" },
              "subject": { "reference": "Patient/p-{{_run}}" }, "serviceType": { "text": "кардиология" },
              "period": { "start": "2026-11-01" }, "reasonCode": [{ "text": "check-up" }] } },
            { "resource": {
              "resourceType": "DocumentReference", "id": "d-{{_run}}", "status": "current", "subject": { "reference": "Patient/p-{{_run}}" },
              "type": { "coding": [{ "system": "http://loinc.org", "code": "18842-5" }] }, "date": "2026-11-02T08:00:00Z",
              "content": [{ "attachment": { "contentType": "text/plain", "title": "Summary", "data": "{{Convert.ToBase64String("Выписка"u8)}}" } }] } }
          ]
        }
        """;
}
