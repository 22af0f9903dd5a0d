using System.Net;
using System.Text.Json.Nodes;
using VoiceMed.LedgerClient.Devices;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using Xunit;

namespace VoiceMed.Assistant.Tests.Rest;

public sealed class LedgerEndpointTests(RestServerFixture fixture) : IClassFixture<RestServerFixture>
{
    private const string Visit = """
        {"type":"visit","id":"visit-rest-1","patient":"patient-3","hospital":"hospital-1","hospitalName":{"ru":"Центральная больница № 1"},
         "department":"therapy","date":"2026-03-01","reason":{"ru":"Осмотр"}}
        """;

    private readonly RestServer _server = fixture.Server;

    [Fact]
    public async Task Health_NeedsNoToken()
    {
        using var client = new HttpClient { BaseAddress = _server.Address };
        Assert.Equal("ok", (string?)JsonNode.Parse(await client.GetStringAsync("/health"))!["status"]);
    }

    [Fact]
    public async Task Transactions_AreForAuditorsAndEachOneHolds()
    {
        var (refused, _, _) = await _server.GetAsync("/ledger/transactions");
        Assert.Equal(HttpStatusCode.Forbidden, refused);
        using var auditor = _server.Client(_server.Token("inspector"), "HOPERAT");
        var (status, page, _) = await _server.GetAsync("/ledger/transactions?limit=200", auditor);
        Assert.Equal(HttpStatusCode.OK, status);
        foreach (var transaction in page["items"]!.AsArray().Take(20))
        {
            var (_, verdict, _) = await _server.GetAsync($"/ledger/transactions/{transaction!["sequence"]}/validity", auditor);
            Assert.True((bool)verdict["valid"]!);
        }

        Assert.All(page["items"]!.AsArray().Where(t => (bool)t!["sealed"]!), t => Assert.Null(t!["content"]));
        Assert.DoesNotContain("Иванова", page.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blocks_CoverTheTransactionsWithoutGaps()
    {
        await _server.GetAsync("/getHospitalVisits?patientId=patient-1");
        await _server.Ledger.Checkpoints.MakeAsync();
        var (_, page, _) = await _server.GetAsync("/ledger/blocks?limit=200");
        long last = 0;
        foreach (var block in page["items"]!.AsArray())
        {
            Assert.Equal(last + 1, (long)block!["firstTransaction"]!);
            last = (long)block["lastTransaction"]!;
        }

        Assert.True(last > 100);
        using var auditor = _server.Client(_server.Token("inspector"), "HOPERAT");
        var first = page["items"]![0]!;
        var (_, contents, _) = await _server.GetAsync("/ledger/blocks/1/transactions?limit=200", auditor);
        Assert.Equal(1 + (long)first["lastTransaction"]! - (long)first["firstTransaction"]!, (int)contents["total"]!);
        Assert.Contains("— council/", (string?)page["items"]![0]!["checkpoint"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proof_OfAPatientsEntry_HoldsNoContent()
    {
        var (status, proof, _) = await _server.GetAsync("/ledger/proofs/0/patient/patient-1");
        Assert.Equal((HttpStatusCode.OK, "rfc6962-checkpoint"), (status, (string?)proof["scheme"]));
        var entry = Assert.Single(proof["proof"]!["entries"]!.AsArray())!;
        Assert.Equal((string.Empty, string.Empty), ((string?)entry["payload"], (string?)entry["openingKey"]));
        Assert.Equal(HttpStatusCode.NotFound, (await _server.GetAsync("/ledger/proofs/0/patient/nobody")).Status);
    }

    [Fact]
    public async Task PostTransaction_Twice_AppendsOnce()
    {
        using var client = _server.Client(_server.Token("mis-1"));
        var (created, receipt) = await RestServer.PostAsync(client, "/ledger/transactions", Visit, "mis-visit-1");
        var (again, same) = await RestServer.PostAsync(client, "/ledger/transactions", Visit, "mis-visit-1");
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.OK), (created, again));
        Assert.Equal((string?)receipt["entry"]!["hash"], (string?)same["entry"]!["hash"]);
        var (conflict, problem) = await RestServer.PostAsync(client, "/ledger/transactions", Visit.Replace("Осмотр", "Другое", StringComparison.Ordinal), "mis-visit-1");
        Assert.Equal((HttpStatusCode.Conflict, "idempotency.conflict"), (conflict, (string?)problem["code"]));
    }

    [Theory]
    [InlineData("hospital-1", "hospital-2", HttpStatusCode.Forbidden, "hospital.forbidden")]
    [InlineData("\"visit\"", "\"voyage\"", HttpStatusCode.BadRequest, "body.invalid")]
    [InlineData("2026-03-01", "soon", HttpStatusCode.BadRequest, "body.invalid")]
    [InlineData("\"id\"", "\"di\"", HttpStatusCode.BadRequest, "body.invalid")]
    [InlineData("patient-3", "nobody", HttpStatusCode.NotFound, "patient.unknown")]
    public async Task PostTransaction_OfWhatIsWrong_HasItsCode(string was, string becomes, HttpStatusCode status, string code)
    {
        using var client = _server.Client(_server.Token("mis-1"));
        var (answered, problem) = await RestServer.PostAsync(
            client, "/ledger/transactions", Visit.Replace(was, becomes, StringComparison.Ordinal), "wrong-" + becomes);
        Assert.Equal((status, code), (answered, (string?)problem["code"]));
    }

    [Fact]
    public async Task Accounts_AnAdminMakesAnAccountAndItsKey_WhichThenWorks()
    {
        using var admin = _server.Client(_server.Token("admin"), "HOPERAT");
        var (status, _) = await RestServer.PostAsync(admin, "/ledger/accounts", """{"id":"petrov","name":{"ru":"Петров"},"role":"doctor"}""");
        Assert.Equal(HttpStatusCode.Created, status);
        await _server.AddKeyAsync("petrov", "rest");
        using var petrov = _server.Client(_server.Token("petrov"));
        Assert.Equal(HttpStatusCode.OK, (await _server.GetAsync("/getHospitalVisits?patientId=patient-1", petrov)).Status);
        using var delete = await admin.DeleteAsync("/ledger/accounts/petrov/keys/rest");
        Assert.Equal(HttpStatusCode.OK, delete.StatusCode);
        var (refused, problem, _) = await _server.GetAsync("/getHospitalVisits?patientId=patient-1", petrov);
        Assert.Equal((HttpStatusCode.Unauthorized, "key.revoked"), (refused, (string?)problem["code"]));
        var (_, history, _) = await _server.GetAsync("/ledger/accounts/petrov/transactions", admin);
        Assert.Contains(history["items"]!.AsArray(), t => (string?)t!["kind"] == "access");
        var (elsewhere, _) = await RestServer.PostAsync(_server.Client(_server.Token("smirnova")), "/ledger/accounts", "{}");
        Assert.Equal(HttpStatusCode.Forbidden, elsewhere);
    }

    [Fact]
    public async Task Resources_VerdictStockTurnoverAndProcurements_AnswerForTheDemoCity()
    {
        var (_, verdict, _) = await _server.GetAsync("/ledger/resources/verdict?code=" + Uri.EscapeDataString(Ledger.Resources.ResourceSeed.Recalled));
        Assert.Equal("recalled", (string?)verdict["status"]);
        var (_, stock, _) = await _server.GetAsync("/ledger/resources/stock?item=" + Uri.EscapeDataString("инсулин") + "&hospitalId=hospital-1");
        Assert.Equal(194, (decimal)Assert.Single(stock["items"]!.AsArray())!["minimum"]!);
        var (_, turnover, _) = await _server.GetAsync("/ledger/resources/turnover?year=2026&quarter=3&hospitalId=hospital-1");
        Assert.Contains(turnover["items"]!.AsArray(), l => (decimal)l!["turnover"]!["dispensed"]! == 40);
        var (_, procurements, _) = await _server.GetAsync("/ledger/resources/procurements");
        Assert.Contains(procurements["items"]!.AsArray(), p => p!["offers"]!.AsArray().Any(o => (string?)o!["supplier"] == "supplier-2"));
        Assert.Equal(HttpStatusCode.BadRequest, (await _server.GetAsync("/ledger/resources/turnover?year=2026&quarter=5")).Status);
    }

    [Fact]
    public async Task Resources_EventOfAnotherHospital_IsForbidden()
    {
        using var client = _server.Client(_server.Token("mis-1"));
        const string moved = """{"type":"movement","time":"2026-11-01T09:00:00Z","hospital":"hospital-2","gtin":"04600000000015","movement":"received","quantity":1}""";
        var (status, problem) = await RestServer.PostAsync(client, "/ledger/resources/events", moved, "m-1");
        Assert.Equal((HttpStatusCode.Forbidden, "hospital.forbidden"), (status, (string?)problem["code"]));
        var (own, _) = await RestServer.PostAsync(client, "/ledger/resources/events", moved.Replace("hospital-2", "hospital-1", StringComparison.Ordinal), "m-1");
        Assert.Equal(HttpStatusCode.Created, own);
    }

    [Fact]
    public async Task Resources_AgainstTheStockAndProcurementRules_AreRefusedWithTheRulesCode()
    {
        using var client = _server.Client(_server.Token("mis-1"));
        Task<(HttpStatusCode Status, JsonNode Body)> Send(string key, string entry) => RestServer.PostAsync(client, "/ledger/resources/events", entry, key);
        const string gtin = "04607777777775";
        Assert.Equal(HttpStatusCode.Created, (await Send("r-1", """{"type":"product","time":"2026-10-01T09:00:00Z","gtin":"04607777777775","name":{"ru":"Гепарин"},"maker":{"ru":"Завод"},"category":"medicine"}""")).Status);
        Assert.Equal(HttpStatusCode.Created, (await Send("r-2", $$"""{"type":"norm","time":"2026-11-01T09:00:00Z","hospital":"hospital-1","gtin":"{{gtin}}","norm":100}""")).Status);
        Assert.Equal(HttpStatusCode.Created, (await Send("r-3", Move("received", 100))).Status);

        // 97 % of the norm must remain: 2 of 100 may be sent away, 4 not; what a patient needs may always be dispensed.
        Assert.Equal(HttpStatusCode.Created, (await Send("r-4", Move("sent", 2))).Status);
        var (below, minimum) = await Send("r-5", Move("sent", 2));
        var (more, insufficient) = await Send("r-6", Move("dispensed", 400));
        Assert.Equal((HttpStatusCode.Conflict, "stock.minimum"), (below, (string?)minimum["code"]));
        Assert.Equal((HttpStatusCode.Conflict, "stock.insufficient"), (more, (string?)insufficient["code"]));
        Assert.Equal(HttpStatusCode.Created, (await Send("r-7", Move("dispensed", 10))).Status);

        Assert.Equal(HttpStatusCode.Created, (await Send("r-8", $$"""
            {"type":"request","time":"2026-11-01T09:00:00Z","request":"req-rest","hospital":"hospital-1","gtin":"{{gtin}}","quantity":50,"priceCeiling":12.5,"currency":"RUB","deadline":"2099-12-31T00:00:00Z"}
            """)).Status);
        var (dear, ceiling) = await Send("r-9", Offer(12.51m));
        Assert.Equal((HttpStatusCode.Conflict, "procurement.price-ceiling"), (dear, (string?)ceiling["code"]));
        Assert.Equal(HttpStatusCode.Created, (await Send("r-10", Offer(12.5m))).Status);

        static string Offer(decimal price) => string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $$"""{"type":"offer","time":"2026-11-02T09:00:00Z","request":"req-rest","supplier":"supplier-1","price":{{price}},"quantity":50,"deliveryDays":7}""");
        static string Move(string movement, int quantity) =>
            $$"""{"type":"movement","time":"2026-11-01T09:00:00Z","hospital":"hospital-1","gtin":"{{gtin}}","movement":"{{movement}}","quantity":{{quantity}}}""";
    }

    [Fact]
    public async Task DeviceReading_DeliveredFiveTimesOutOfOrder_IsOneObservation()
    {
        using var hub = _server.Client(_server.Token("home-hub"));
        var now = TimeProvider.System.GetUtcNow().AddHours(-2);
        foreach (var seconds in new[] { 10, 0, 20, 5, 15 })
        {
            // The same reading comes again and again, each time beside one taken at another moment.
            var batch = $$"""
                {"device":"glucometer-5","patient":"patient-4","readings":[
                 {"kind":"glucose","time":"{{now:yyyy-MM-ddTHH:mm:ssZ}}","value":6.1},
                 {"kind":"glucose","time":"{{now.AddSeconds(60 + seconds):yyyy-MM-ddTHH:mm:ssZ}}","value":6.2}]}
                """;
            Assert.Equal(HttpStatusCode.OK, (await RestServer.PostAsync(hub, "/ledger/devices/readings", batch)).Status);
        }

        var (_, found, _) = await _server.GetAsync("/fhir/Observation?patient=patient-4&category=vital-signs&_count=200");
        var values = found["entry"]!.AsArray().Select(e => e!["resource"]!).Where(r => (string?)r["device"]?["identifier"]!["value"] == "glucometer-5");
        Assert.Equal(1, values.Count(r => (decimal)r["valueQuantity"]!["value"]! == 6.1m));
    }

    [Fact]
    public async Task DeviceUplink_ThroughAnOutage_DeliversEachReadingOnceAndKeepsWhatIsRefusedApart()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("voicemed-uplink-").FullName, "readings.jsonl");
        var start = NodaTime.Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()).Minus(NodaTime.Duration.FromHours(1));
        using (var before = new PendingReadings(file))
        {
            foreach (var i in Enumerable.Range(0, 5))
            {
                Assert.True(before.Add(new DeviceReading { Kind = "pulse", Time = start.Plus(NodaTime.Duration.FromMinutes(i)), Value = i == 3 ? 999 : 70 + i }));
            }
        }

        // The power went while a line was being written.
        await File.AppendAllTextAsync(file, "{\"kind\":\"pul");
        using var pending = new PendingReadings(file);
        Assert.Equal(5, pending.Count);
        using var nowhere = new HttpClient { BaseAddress = new Uri("http://127.0.0.1:1/") };
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => Uplink(nowhere, pending).SendAsync());
        Assert.Equal(5, pending.Count);

        using var http = new HttpClient { BaseAddress = _server.Address };
        var refused = new List<string>();
        var uplink = Uplink(http, pending);
        uplink.Refused += (reading, code) => refused.Add($"{reading.Value}: {code}");
        Assert.Equal(5, await uplink.SendAsync());
        Assert.Equal(["999: reading.value"], refused);
        Assert.Equal(0, pending.Count);

        // What was sent but not acknowledged is sent again.
        pending.Add(new DeviceReading { Kind = "pulse", Time = start, Value = 70 });
        Assert.Equal(1, await uplink.SendAsync());
        var (_, bundle, _) = await _server.GetAsync("/fhir/Observation?patient=patient-2&category=vital-signs&code=8867-4");
        Assert.Equal(4, bundle["entry"]!.AsArray().Count(e => (string?)e!["resource"]!["device"]?["identifier"]!["value"] == "strap-1"));
    }

    private DeviceUplink Uplink(HttpClient http, PendingReadings pending) =>
        new(http, pending, "strap-1", new PatientId("patient-2"), _ => ValueTask.FromResult(_server.Token("home-hub")));
}
