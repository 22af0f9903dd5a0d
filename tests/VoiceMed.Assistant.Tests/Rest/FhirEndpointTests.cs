using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace VoiceMed.Assistant.Tests.Rest;

public sealed class FhirEndpointTests(RestServerFixture fixture) : IClassFixture<RestServerFixture>
{
    private readonly RestServer _server = fixture.Server;

    [Fact]
    public async Task Metadata_WithoutAToken_StatesWhatTheServerCan()
    {
        using var client = new HttpClient { BaseAddress = _server.Address };
        var statement = JsonNode.Parse(await client.GetStringAsync("/fhir/metadata"))!;
        Assert.Equal(("CapabilityStatement", "4.0.1"), ((string?)statement["resourceType"], (string?)statement["fhirVersion"]));
    }

    [Theory]
    [InlineData("Encounter?patient=patient-1", "Encounter")]
    [InlineData("DocumentReference?patient=Patient/patient-1&custodian=hospital-1", "DocumentReference")]
    [InlineData("Observation?patient=patient-1&category=vital-signs&code=8867-4", "Observation")]
    [InlineData("Observation?patient=patient-1&category=laboratory&date=ge2000-01-01&date=lt2100-01-01", "Observation")]
    [InlineData("MedicationRequest?patient=patient-1", "MedicationRequest")]
    [InlineData("AllergyIntolerance?patient=patient-1", "AllergyIntolerance")]
    [InlineData("Condition?patient=patient-1", "Condition")]
    [InlineData("Consent?patient=patient-1", "Consent")]
    [InlineData("Patient?name=иванова", "Patient")]
    public async Task Search_OfEachType_GivesASearchset(string search, string type)
    {
        var (status, bundle, _) = await _server.GetAsync("/fhir/" + search);
        Assert.Equal((HttpStatusCode.OK, "searchset"), (status, (string?)bundle["type"]));
        Assert.All(bundle["entry"]!.AsArray(), e => Assert.Equal(type, (string?)e!["resource"]!["resourceType"]));
    }

    [Fact]
    public async Task Binary_OfADocumentReference_IsItsContent()
    {
        var (_, bundle, _) = await _server.GetAsync("/fhir/DocumentReference?patient=patient-1&_count=1");
        var attachment = bundle["entry"]![0]!["resource"]!["content"]![0]!["attachment"]!;
        var (_, binary, _) = await _server.GetAsync("/fhir/" + (string)attachment["url"]!);
        Assert.Equal((int)attachment["size"]!, Convert.FromBase64String((string)binary["data"]!).Length);
    }

    [Theory]
    [InlineData("Encounter?patient=patient-1&_sort=-date", HttpStatusCode.BadRequest, "parameter.invalid")]
    [InlineData("Encounter", HttpStatusCode.BadRequest, "parameter.missing")]
    [InlineData("Encounter?patient=nobody", HttpStatusCode.NotFound, "patient.unknown")]
    [InlineData("Encounter?patient=patient-1&date=soon", HttpStatusCode.BadRequest, "parameter.invalid")]
    [InlineData("Appointment?patient=patient-1", HttpStatusCode.NotFound, "not-found")]
    public async Task Search_AskedWrongly_AnswersAnOperationOutcome(string search, HttpStatusCode status, string code)
    {
        var (answered, outcome, _) = await _server.GetAsync("/fhir/" + search);
        Assert.Equal((status, "OperationOutcome"), (answered, (string?)outcome["resourceType"]));
        Assert.Equal(code, (string?)outcome["issue"]![0]!["details"]!["coding"]![0]!["code"]);
    }

    [Fact]
    public async Task Post_OfABundleTwice_AddsItOnceAndAnswersEntryByEntry()
    {
        const string bundle = """
            {"resourceType":"Bundle","type":"batch","entry":[
              {"fullUrl":"urn:uuid:p","resource":{"resourceType":"Patient","id":"501","name":[{"family":"Лебедева","given":["Анна"]}],"birthDate":"1980-05-06"}},
              {"resource":{"resourceType":"Condition","id":"c-1","subject":{"reference":"urn:uuid:p"},"recordedDate":"2026-01-02",
                "clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"active"}]},
                "code":{"text":"Гипертония","coding":[{"system":"http://hl7.org/fhir/sid/icd-10","code":"I10"}]}}},
              {"resource":{"resourceType":"Encounter","id":"e-1","status":"finished"}}]}
            """;
        using var client = _server.Client(_server.Token("mis-1"));
        var (status, first) = await RestServer.PostAsync(client, "/fhir", bundle);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(["201 Created", "201 Created", "422 Unprocessable Entity"], Statuses(first));
        Assert.StartsWith("entry[2].resource", Expression(first), StringComparison.Ordinal);
        var (_, second) = await RestServer.PostAsync(client, "/fhir", bundle);
        Assert.Equal(["200 OK", "200 OK", "422 Unprocessable Entity"], Statuses(second));
        var patient = ((string)first["entry"]![0]!["response"]!["location"]!).Split('/')[1];
        var (_, found, _) = await _server.GetAsync("/fhir/Condition?patient=" + patient);
        Assert.Equal("I10", (string?)Assert.Single(found["entry"]!.AsArray())!["resource"]!["code"]!["coding"]![0]!["code"]);
    }

    [Fact]
    public async Task Post_OfATransaction_IsTakenWholeOrRefusedWithTheCulprit()
    {
        const string good = """
            {"resourceType":"Bundle","type":"transaction","entry":[
              {"fullUrl":"urn:uuid:p","resource":{"resourceType":"Patient","id":"601","identifier":[{"system":"urn:x","value":"601"}],"name":[{"family":"Быстрова"}],"birthDate":"1981-05-06"}}]}
            """;
        const string bad = """
            {"resourceType":"Bundle","type":"transaction","entry":[
              {"resource":{"resourceType":"Patient","id":"602","name":[{"family":"Новая"}],"birthDate":"1977-07-07"}},
              {"resource":{"resourceType":"Patient","id":"601","identifier":[{"system":"urn:x","value":"601"}],"name":[{"family":"Быстрова"}],"birthDate":"1991-01-01"}}]}
            """;
        using var client = _server.Client(_server.Token("mis-1"));
        var (status, taken) = await RestServer.PostAsync(client, "/fhir", good);
        Assert.Equal((HttpStatusCode.OK, "transaction-response"), (status, (string?)taken["type"]));
        var (refused, outcome) = await RestServer.PostAsync(client, "/fhir", bad);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "OperationOutcome"), (refused, (string?)outcome["resourceType"]));
        Assert.Equal("conflict", (string?)outcome["issue"]![0]!["details"]!["coding"]![0]!["code"]);
        Assert.Equal("entry[1].resource", (string?)outcome["issue"]![0]!["expression"]![0]);
        var (_, found, _) = await _server.GetAsync("/fhir/Patient?birthdate=1977-07-07");
        Assert.Equal(0, (int)found["total"]!);
    }

    [Fact]
    public async Task Post_ByADoctor_IsForbidden()
    {
        using var client = _server.Client();
        var (status, outcome) = await RestServer.PostAsync(client, "/fhir/Patient", """{"resourceType":"Patient"}""");
        Assert.Equal((HttpStatusCode.Forbidden, "role.forbidden"), (status, (string?)outcome["issue"]![0]!["details"]!["coding"]![0]!["code"]));
    }

    [Fact]
    public async Task Post_OfOneBadResource_NamesThePlace()
    {
        using var client = _server.Client(_server.Token("mis-1"));
        var (status, outcome) = await RestServer.PostAsync(client, "/fhir/Patient", """{"resourceType":"Patient","id":"9","name":[{"text":"А"}],"birthDate":"1950"}""");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "birthDate"), (status, (string?)outcome["issue"]![0]!["expression"]![0]));
    }

    private static string[] Statuses(JsonNode bundle) => bundle["entry"]!.AsArray().Select(e => (string)e!["response"]!["status"]!).ToArray();

    private static string Expression(JsonNode bundle) => (string)bundle["entry"]![2]!["response"]!["outcome"]!["issue"]![0]!["expression"]![0]!;
}
