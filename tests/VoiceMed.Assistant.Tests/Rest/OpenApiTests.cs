using System.Net;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace VoiceMed.Assistant.Tests.Rest;

public sealed class OpenApiTests(RestServerFixture fixture) : IClassFixture<RestServerFixture>
{
    private const string Approved = "docs/openapi.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Values by which every described call can be made on the demo city; by operation where a name means different things.</summary>
    private static readonly Dictionary<string, string> Examples = new()
    {
        ["patientId"] = "patient-1",
        ["hospitalId"] = "hospital-1",
        ["documentId"] = "doc-1-3",
        ["number"] = "1",
        ["sequence"] = "1",
        ["index"] = "0",
        ["chain"] = "patient/patient-1",
        ["account"] = "smirnova",
        ["contract"] = "shift-handover",
        ["patient"] = "patient-1",
        ["code"] = "4600000000015",
        ["year"] = "2026",
        ["quarter"] = "3",
        ["id"] = "patient-1",
        ["type"] = "Observation",
        ["fhirReadBinary.id"] = "doc-1-3",
    };

    private readonly RestServer _server = fixture.Server;

    [Fact]
    public async Task Description_IsTheApprovedOne()
    {
        var described = (await DocumentAsync()).ToJsonString(Indented) + "\n";
        var path = Path.Combine(RepositoryRoot(), Approved);
        if (Environment.GetEnvironmentVariable("VOICEMED_APPROVE") == "1")
        {
            await File.WriteAllTextAsync(path, described);
        }

        Assert.True(File.Exists(path), $"{Approved} is missing; run this test with VOICEMED_APPROVE=1 and look at the difference.");
        Assert.True(
            await File.ReadAllTextAsync(path) == described,
            $"The REST interface is no longer what {Approved} says. If that is meant, run this test with VOICEMED_APPROVE=1 and commit the difference.");
    }

    [Fact]
    public async Task EveryDescribedGet_DrivenFromTheDocumentAlone_AnswersAsDescribed()
    {
        var document = await DocumentAsync();
        var driven = 0;
        foreach (var (path, item) in document["paths"]!.AsObject().Where(p => p.Value!["get"] is not null))
        {
            var operation = item!["get"]!;
            using var client = ClientFor((string)operation["operationId"]!);
            using var request = new HttpRequestMessage(HttpMethod.Get, Fill(path, operation));
            foreach (var header in Parameters(operation, "header"))
            {
                request.Headers.Add((string)header["name"]!, (string)header["schema"]!["enum"]![0]!);
            }

            using var response = await client.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path}: {(int)response.StatusCode} {text}");
            var content = operation["responses"]!["200"]!["content"]!.AsObject().First();
            Assert.Equal(content.Key, response.Content.Headers.ContentType!.MediaType);
            new SchemaCheck(document).Check(JsonNode.Parse(text), content.Value!["schema"]!, path);
            driven++;
        }

        Assert.True(driven >= 20, $"only {driven} calls are described");
    }

    [Fact]
    public async Task EveryDescribedCall_WithoutAToken_AnswersAsDescribedForErrors()
    {
        var document = await DocumentAsync();
        using var client = new HttpClient { BaseAddress = _server.Address };
        foreach (var (path, item) in document["paths"]!.AsObject())
        {
            foreach (var (method, operation) in item!.AsObject().Where(o => o.Value is JsonObject described && described["security"] is not null))
            {
                using var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), Fill(path, operation!));
                using var response = await client.SendAsync(request);
                Assert.Equal((path, HttpStatusCode.Unauthorized), (path, response.StatusCode));
                var content = operation!["responses"]!["default"]!["content"]!.AsObject().First();
                Assert.Equal(content.Key, response.Content.Headers.ContentType!.MediaType);
                new SchemaCheck(document).Check(JsonNode.Parse(await response.Content.ReadAsStringAsync()), content.Value!["schema"]!, path);
            }
        }
    }

    private async Task<JsonNode> DocumentAsync()
    {
        using var client = new HttpClient { BaseAddress = _server.Address };
        return JsonNode.Parse(await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)))!;
    }

    private HttpClient ClientFor(string operation)
    {
        var client = new HttpClient { BaseAddress = _server.Address };
        var account = operation switch
        {
            "getTransactions" or "getBlockTransactions" or "getTransaction" or "getAccountTransactions" or "getContractCalls" => "inspector",
            "getRetention" => "admin",
            _ => "smirnova",
        };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", _server.Token(account));
        return client;
    }

    private static string Fill(string path, JsonNode operation)
    {
        var id = (string)operation["operationId"]!;
        foreach (var parameter in Parameters(operation, "path"))
        {
            var name = (string)parameter["name"]!;
            path = path.Replace("{" + name + "}", Example(id, name), StringComparison.Ordinal);
        }

        var query = Parameters(operation, "query").Where(p => (bool?)p["required"] == true || (id == "fhirSearch"))
            .Select(p => (string)p["name"]!).Select(name => $"{name}={Example(id, name)}").ToList();
        if (id == "fhirSearch")
        {
            query.Add("patient=patient-1");
        }

        return query.Count == 0 ? path : path + "?" + string.Join('&', query);
    }

    private static string Example(string operation, string name) =>
        Examples.GetValueOrDefault($"{operation}.{name}") ?? Examples.GetValueOrDefault(name) ?? "x";

    private static IEnumerable<JsonNode> Parameters(JsonNode operation, string place) =>
        operation["parameters"]?.AsArray().Where(p => (string?)p!["in"] == place).Select(p => p!) ?? [];

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "VoiceMed.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
