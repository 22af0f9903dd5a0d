using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace VoiceMed.Assistant.Tests.Rest;

/// <summary>What the council, managers and admins do over HTTP, each with a key of their own.</summary>
public sealed class GovernanceEndpointTests(RestServerFixture fixture) : IClassFixture<RestServerFixture>
{
    private readonly RestServer _server = fixture.Server;

    [Fact]
    public async Task Proposal_OfAHospital_TakesEffectWithTheSecondMembersKey()
    {
        const string admit = """
            {"type":"admit-hospital","hospital":{"id":"hospital-9","name":{"ru":"Девятая больница","en":"Hospital No. 9"},"number":9,"aliases":[],"departments":["therapy"]}}
            """;
        using var first = Council(1);
        using var second = Council(2);
        var (created, proposed) = await RestServer.PostAsync(first, "/ledger/proposals", admit);
        Assert.Equal(HttpStatusCode.Created, created);
        Assert.False((bool)proposed["isAccepted"]!);
        Assert.DoesNotContain("hospital-9", await HospitalsAsync(), StringComparison.Ordinal);

        var approvals = $"/ledger/proposals/{proposed["proposal"]!["id"]}/approvals";
        Assert.False((bool)(await RestServer.PostAsync(first, approvals, "{}")).Body["isAccepted"]!);
        Assert.True((bool)(await RestServer.PostAsync(second, approvals, "{}")).Body["isAccepted"]!);

        Assert.Contains("hospital-9", await HospitalsAsync(), StringComparison.Ordinal);
        var (_, channel, _) = await _server.GetAsync("/ledger/channel");
        Assert.Equal((2, 3), ((int)channel["threshold"]!, channel["council"]!.AsArray().Count));
        Assert.Contains(channel["managers"]!.AsArray(), m => (string?)m!["key"] == "hospital-9/manager-1" && !(bool)m["revoked"]!);
    }

    [Fact]
    public async Task Proposal_ByAnybodyElse_IsForbidden()
    {
        foreach (var token in new[] { _server.Token("admin"), _server.ChannelToken("hospital-1/manager-1") })
        {
            using var client = _server.Client(token, "HOPERAT");
            var (status, problem) = await RestServer.PostAsync(client, "/ledger/proposals", """{"type":"remove-hospital","hospital":"hospital-1"}""");
            Assert.Equal((HttpStatusCode.Forbidden, "role.forbidden"), (status, (string?)problem["code"]));
        }
    }

    [Fact]
    public async Task ManagersKey_Revoked_SignsNoTokenAnyMore()
    {
        await using var own = await RestServer.StartAsync();
        using var first = own.Client(own.ChannelToken("council/member-1"), "HOPERAT");
        using var second = own.Client(own.ChannelToken("council/member-3"), "HOPERAT");
        var token = own.ChannelToken("hospital-2/manager-1");
        using var manager = own.Client(token, "HOPERAT");
        var (made, _) = await RestServer.PostAsync(manager, "/ledger/accounts", """{"id":"lisina","name":{"ru":"Лисина"},"role":"doctor"}""");
        Assert.Equal(HttpStatusCode.Created, made);

        foreach (var change in new[] { """{"type":"add-manager-key","hospital":"hospital-2"}""", """{"type":"revoke-manager-key","key":"hospital-2/manager-1"}""" })
        {
            await RestServer.PostAsync(first, "/ledger/proposals", change);
            Assert.True((bool)(await RestServer.PostAsync(second, "/ledger/proposals", change)).Body["isAccepted"]!);
        }

        var (refused, problem, _) = await own.GetAsync("/ledger/accounts", manager);
        Assert.Equal((HttpStatusCode.Unauthorized, "key.revoked"), (refused, (string?)problem["code"]));
        using var next = own.Client(own.ChannelToken("hospital-2/manager-2"), "HOPERAT");
        Assert.Equal(HttpStatusCode.OK, (await own.GetAsync("/ledger/accounts", next)).Status);
    }

    [Theory]
    [InlineData("calls", """{"method":""}""")]
    [InlineData("calls", """{"method":null}""")]
    [InlineData("evaluations", """{"method":"","arguments":{"ward":"therapy"}}""")]
    public async Task Contract_CalledWithoutAMethod_IsABadRequest(string kind, string body)
    {
        using var doctor = _server.Client();
        var (status, problem) = await RestServer.PostAsync(doctor, "/ledger/contracts/shift-handover/" + kind, body, "no-method");
        Assert.Equal((HttpStatusCode.BadRequest, "body.invalid"), (status, (string?)problem["code"]));
    }

    [Fact]
    public async Task Contract_DeployedInvokedAndUpgraded_KeepsItsStateAndItsCalls()
    {
        using var doctor = _server.Client();
        var (taken, answer) = await RestServer.PostAsync(doctor, "/ledger/contracts/shift-handover/calls", """{"method":"take","arguments":{"ward":"therapy"}}""", "shift-1");
        Assert.Equal((HttpStatusCode.Created, "smirnova"), (taken, (string?)answer["result"]!["doctor"]));
        var (again, same) = await RestServer.PostAsync(doctor, "/ledger/contracts/shift-handover/calls", """{"method":"take","arguments":{"ward":"therapy"}}""", "shift-1");
        Assert.Equal((HttpStatusCode.OK, true), (again, (bool)same["receipt"]!["duplicate"]!));

        using var other = _server.Client(_server.Token("kuznetsov"));
        var (refused, problem) = await RestServer.PostAsync(other, "/ledger/contracts/shift-handover/calls", """{"method":"take","arguments":{"ward":"therapy"}}""", "shift-2");
        Assert.Equal((HttpStatusCode.Conflict, "shift.taken", "shift-handover 1.0"), (refused, (string?)problem["code"], (string?)problem["rule"]));
        var (_, who) = await RestServer.PostAsync(other, "/ledger/contracts/shift-handover/evaluations", """{"method":"who","arguments":{"ward":"therapy"}}""");
        Assert.Equal("smirnova", (string?)who["result"]!["doctor"]);

        using var auditor = _server.Client(_server.Token("inspector"), "HOPERAT");
        var (_, calls, _) = await _server.GetAsync("/ledger/contracts/shift-handover/calls", auditor);
        Assert.Equal("smirnova", (string?)Assert.Single(calls["items"]!.AsArray())!["content"]!["caller"]);
    }

    [Fact]
    public async Task Contract_ProposedOverHttp_RunsOnlyOnceTheCouncilAgreed()
    {
        await using var own = await RestServer.StartAsync();
        using var first = own.Client(own.ChannelToken("council/member-1"), "HOPERAT");
        using var second = own.Client(own.ChannelToken("council/member-2"), "HOPERAT");
        var assembly = Convert.ToBase64String(await File.ReadAllBytesAsync(typeof(HttpContract).Assembly.Location));
        var contract = JsonSerializer.Serialize(new { name = "http-contract", version = "1.0", type = typeof(HttpContract).FullName, assembly });
        var (created, proposed) = await RestServer.PostAsync(first, "/ledger/contracts", contract);
        Assert.Equal(HttpStatusCode.Created, created);
        using var doctor = own.Client();
        Assert.Equal(HttpStatusCode.NotFound, (await RestServer.PostAsync(doctor, "/ledger/contracts/http-contract/evaluations", """{"method":"ping"}""")).Status);

        await RestServer.PostAsync(second, $"/ledger/proposals/{proposed["proposal"]!["id"]}/approvals", "{}");

        var (_, pong) = await RestServer.PostAsync(doctor, "/ledger/contracts/http-contract/evaluations", """{"method":"ping"}""");
        Assert.Equal("pong", (string?)pong["result"]);
        var (unloadable, problem) = await RestServer.PostAsync(first, "/ledger/contracts", contract.Replace(nameof(HttpContract), "NoSuchType", StringComparison.Ordinal));
        Assert.Equal((HttpStatusCode.Conflict, "contract.unloadable"), (unloadable, (string?)problem["code"]));
    }

    [Fact]
    public async Task Account_SuspendedThenActiveInAnotherRole_CanDoWhatItsStatusAllows()
    {
        using var admin = _server.Client(_server.Token("admin"), "HOPERAT");
        await RestServer.PostAsync(admin, "/ledger/accounts", """{"id":"sokolov","name":{"ru":"Соколов"},"role":"doctor"}""");
        await _server.AddKeyAsync("sokolov", "rest");
        using var sokolov = _server.Client(_server.Token("sokolov"));
        await PutAsync(admin, "/ledger/accounts/sokolov/status", """{"status":"suspended"}""");
        var (status, problem) = await RestServer.PostAsync(sokolov, "/ledger/contracts/shift-handover/evaluations", """{"method":"list"}""");
        Assert.Equal((HttpStatusCode.Forbidden, "account.suspended"), (status, (string?)problem["code"]));
        var (append, refused) = await RestServer.PostAsync(sokolov, "/ledger/transactions", "{}", "x");
        Assert.Equal((HttpStatusCode.Forbidden, "account.suspended"), (append, (string?)refused["code"]));

        await PutAsync(admin, "/ledger/accounts/sokolov/status", """{"status":"active"}""");
        await PutAsync(admin, "/ledger/accounts/sokolov/role", """{"role":"auditor"}""");
        Assert.Equal(HttpStatusCode.OK, (await _server.GetAsync("/ledger/transactions", sokolov)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, await PutAsync(admin, "/ledger/accounts/sokolov/role", """{"role":"council"}"""));
    }

    [Fact]
    public async Task Erasure_BeforeTheRetentionIsOver_IsRefusedWithItsRule()
    {
        using var admin = _server.Client(_server.Token("admin"), "HOPERAT");
        var (_, retention, _) = await _server.GetAsync("/ledger/patients/patient-1/retention", admin);
        Assert.Matches("^20[45]", (string?)retention["retainedUntil"]);
        using var response = await admin.DeleteAsync("/ledger/patients/patient-1?basis=retention-over");
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal((HttpStatusCode.Conflict, "retention.not-over", "law.retention"), (response.StatusCode, (string?)problem["code"], (string?)problem["rule"]));
    }

    [Fact]
    public async Task Erasure_RetentionOver_LeavesNothingToRead_AndTwiceIsAsGoodAsOnce()
    {
        await using var own = await RestServer.StartAsync(retentionYears: 0);
        using var admin = own.Client(own.Token("admin"), "HOPERAT");
        using var doctor = own.Client();
        const string erase = "/ledger/patients/patient-1?basis=retention-over";

        using var groundless = await admin.DeleteAsync("/ledger/patients/patient-1?basis=%20");
        using var forbidden = await doctor.DeleteAsync(erase);
        using var erased = await admin.DeleteAsync(erase);
        using var again = await admin.DeleteAsync(erase);

        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, groundless.StatusCode);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (erased.StatusCode, again.StatusCode));
        Assert.False((bool)JsonNode.Parse(await erased.Content.ReadAsStringAsync())!["duplicate"]!);
        Assert.True((bool)JsonNode.Parse(await again.Content.ReadAsStringAsync())!["duplicate"]!);
        foreach (var path in new[]
        {
            "/getHospitalVisits?patientId=patient-1", "/getDocumentsFromHospital?patientId=patient-1", "/getDocument?documentId=doc-1-3",
            "/ledger/consents?patientId=patient-1",
        })
        {
            using var refused = await doctor.GetAsync(path);
            Assert.Equal((HttpStatusCode.Gone, "patient.erased"), (refused.StatusCode, (string?)JsonNode.Parse(await refused.Content.ReadAsStringAsync())!["code"]));
        }

        var (status, _, _) = await own.GetAsync("/ledger/patients/patient-1/retention", admin);
        Assert.Equal(HttpStatusCode.Gone, status);
    }

    private HttpClient Council(int member) => _server.Client(_server.ChannelToken($"council/member-{member}"), "HOPERAT");

    private async Task<string> HospitalsAsync() => (await _server.GetAsync("/ledger/hospitals")).Body.ToJsonString();

    private static async Task<HttpStatusCode> PutAsync(HttpClient client, string path, string json)
    {
        using var response = await client.PutAsync(path, new StringContent(json, new MediaTypeHeaderValue("application/json")));
        return response.StatusCode;
    }
}
