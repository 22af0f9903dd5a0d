using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace VoiceMed.Assistant.Tests.Rest;

public sealed class ClinicalCallsTests(RestServerFixture fixture) : IClassFixture<RestServerFixture>
{
    private readonly RestServer _server = fixture.Server;

    [Fact]
    public async Task GetHospitalVisits_OfAPatient_GivesHospitalDepartmentDateAndReason()
    {
        var (status, body, _) = await _server.GetAsync("/getHospitalVisits?patientId=patient-1");
        Assert.Equal(HttpStatusCode.OK, status);
        var visit = body["items"]![0]!;
        Assert.Equal("Центральная больница № 1", (string?)visit["hospitalName"]);
        Assert.Equal("cardiology", (string?)visit["department"]);
        Assert.Equal("Гипертонический криз", (string?)visit["reason"]);
        Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", (string?)visit["visitDate"]);
        Assert.NotNull((string?)body["rule"]);
    }

    [Fact]
    public async Task GetHospitalVisits_AcceptingEnglish_AnswersInEnglish()
    {
        using var client = _server.Client();
        client.DefaultRequestHeaders.AcceptLanguage.Add(new StringWithQualityHeaderValue("en-GB"));
        var (_, body, _) = await _server.GetAsync("/getHospitalVisits?patientId=patient-1", client);
        Assert.Equal("Central Hospital No. 1", (string?)body["items"]![0]!["hospitalName"]);
    }

    [Fact]
    public async Task GetHospitalVisits_PageByPage_GivesEveryVisitOnce()
    {
        var (_, whole, _) = await _server.GetAsync("/getHospitalVisits?patientId=patient-1");
        var ids = new List<string>();
        string? next = null;
        do
        {
            var (_, page, _) = await _server.GetAsync("/getHospitalVisits?patientId=patient-1&limit=2" + (next is null ? string.Empty : "&after=" + next));
            Assert.True(page["items"]!.AsArray().Count <= 2);
            ids.AddRange(page["items"]!.AsArray().Select(v => (string)v!["id"]!));
            next = (string?)page["next"];
        }
        while (next is not null);
        Assert.Equal(whole["items"]!.AsArray().Select(v => (string)v!["id"]!), ids);
        Assert.True(ids.Count > 2);
    }

    [Fact]
    public async Task GetHospitalVisits_AskedAgainWithItsETag_Answers304()
    {
        using var client = _server.Client();
        using var first = await client.GetAsync("/getHospitalVisits?patientId=patient-1");
        client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await client.GetAsync("/getHospitalVisits?patientId=patient-1");
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        using var other = await client.GetAsync("/getHospitalVisits?patientId=patient-1&limit=1");
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task GetHospitalVisits_WithProof_CarriesOneProofAnItem()
    {
        var (_, body, _) = await _server.GetAsync("/getHospitalVisits?patientId=patient-1&limit=2&proof=true");
        Assert.Equal("rfc6962-checkpoint", (string?)body["proof"]!["scheme"]);
        Assert.Equal(2, body["proof"]!["entries"]!.AsArray().Count);
    }

    [Fact]
    public async Task GetDocumentsFromHospital_OfOneHospital_LeavesTheOthersOut()
    {
        var (_, all, _) = await _server.GetAsync("/getDocumentsFromHospital?patientId=patient-1");
        var (_, one, _) = await _server.GetAsync("/getDocumentsFromHospital?hospitalId=hospital-1&patientId=patient-1");
        Assert.All(one["items"]!.AsArray(), d => Assert.Equal("hospital-1", (string?)d!["hospitalId"]));
        Assert.InRange(one["items"]!.AsArray().Count, 1, all["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task GetDocument_AsJsonAndAsItIs_GivesTheSameText()
    {
        var (_, json, _) = await _server.GetAsync("/getDocument?documentId=doc-1-3");
        var text = (string?)json["text"];
        Assert.StartsWith("ЭЛЕКТРОКАРДИОГРАММА", text, StringComparison.Ordinal);
        Assert.Equal(text, Encoding.UTF8.GetString(Convert.FromBase64String((string)json["content"]!)));
        using var client = _server.Client();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/plain");
        using var plain = await client.GetAsync("/getDocument?documentId=doc-1-3");
        Assert.Equal("text/plain", plain.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", plain.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(text, await plain.Content.ReadAsStringAsync());
    }

    [SkippableTheory]
    [InlineData("/getHospitalVisits?patientId=patient-1", "hospitalName")]
    [InlineData("/getDocumentsFromHospital?hospitalId=hospital-1&patientId=patient-1", "Электрокардиограмма")]
    [InlineData("/getDocument?documentId=doc-1-3", "Ритм синусовый")]
    public async Task ThePapersCalls_WithCurl_Answer(string path, string holds)
    {
        var output = await CurlAsync("-sS", "-w", "\n%{http_code}", "-H", "Authorization: Bearer " + _server.Token(), "-H", "Purpose-Of-Use: TREAT", new Uri(_server.Address, path).AbsoluteUri);
        Assert.EndsWith("\n200", output, StringComparison.Ordinal);
        Assert.Contains(holds, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/getHospitalVisits", HttpStatusCode.BadRequest, "parameter.missing")]
    [InlineData("/getHospitalVisits?patientId=", HttpStatusCode.NotFound, "patient.unknown")]
    [InlineData("/getHospitalVisits?patientId=nobody", HttpStatusCode.NotFound, "patient.unknown")]
    [InlineData("/getHospitalVisits?patientId=../../etc", HttpStatusCode.NotFound, "patient.unknown")]
    [InlineData("/getHospitalVisits?patientId=patient-1&limit=0", HttpStatusCode.BadRequest, "parameter.invalid")]
    [InlineData("/getHospitalVisits?patientId=patient-1&limit=many", HttpStatusCode.BadRequest, "parameter.invalid")]
    [InlineData("/getHospitalVisits?patientId=patient-1&after=nothing", HttpStatusCode.BadRequest, "parameter.invalid")]
    [InlineData("/getDocument?documentId=nothing", HttpStatusCode.NotFound, "document.unknown")]
    public async Task ThePapersCalls_AskedWrongly_AnswerAProblemWithItsCode(string path, HttpStatusCode status, string code)
    {
        using var client = _server.Client();
        using var response = await client.GetAsync(path);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal((status, code), (response.StatusCode, (string?)problem["code"]));
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(((int)status, "urn:voicemed:problem:" + code), ((int)problem["status"]!, (string?)problem["type"]));
    }

    private static async Task<string> CurlAsync(params string[] arguments)
    {
        Skip.IfNot(File.Exists("/usr/bin/curl"), "curl is not installed");
        using var curl = Process.Start(new ProcessStartInfo("/usr/bin/curl", arguments) { RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 })!;
        var output = await curl.StandardOutput.ReadToEndAsync();
        await curl.WaitForExitAsync();
        return output;
    }
}
