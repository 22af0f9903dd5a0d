using System.Text;
using System.Text.Json.Nodes;
using VoiceMed.Ledger.Import;
using VoiceMed.LedgerClient.Fabric.Clinical;
using VoiceMed.LedgerClient.Fabric.Profile;
using VoiceMed.LedgerClient.Grpc;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Tests.Fabric;
using Xunit;

namespace VoiceMed.Ledger.Tests.Import;

/// <summary>What an import asks of a Fabric channel and hands to it, through a scripted peer.</summary>
public sealed class FabricImporterTests : IAsyncLifetime
{
    private const string Patient = """
        {"resourceType":"Patient","id":"17","identifier":[{"system":"urn:oid:1.2.643.100.3","value":"112-233-445 95"}],
        "name":[{"family":"Орлов","given":["Олег"]}],"gender":"male","birthDate":"1950-02-01"}
        """;

    private static readonly ImportSource Source = new("mis-1", new HospitalId("hospital-1"));

    private readonly string _folder = Directory.CreateTempSubdirectory("voicemed-import-").FullName;
    private readonly Dictionary<string, string> _named = [];
    private readonly Dictionary<string, JsonObject> _delivered = [];
    private readonly List<string> _asked = [];
    private ScriptedGateway _peer = null!;
    private FabricLedger _ledger = null!;
    private FhirImporter _importer = null!;

    public async Task InitializeAsync()
    {
        _peer = await ScriptedGateway.StartAsync(secure: true);
        _peer.Chaincode = call => Encoding.UTF8.GetBytes(Answer(call));
        _ledger = FabricLedger.Open(_peer.Profile(_folder));
        _importer = new FhirImporter(_ledger, TimeProvider.System);
    }

    public async Task DisposeAsync()
    {
        _ledger.Dispose();
        await _peer.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Import_UnchangedPatient_CostsNoTransaction()
    {
        var added = await ImportAsync(Patient);
        var again = await ImportAsync(Patient);

        Assert.Equal((1, 1), (added.Added, again.Unchanged));
        Assert.Single(_peer.Ordered);
    }

    [Fact]
    public async Task Import_KnownPatientWithAnotherIdentifier_ClaimsJustThat()
    {
        await ImportAsync(Patient);
        var known = _named.Count;

        var again = await ImportAsync(Patient.Replace("}],", "},{\"system\":\"urn:oid:1.2.643.100.5\",\"value\":\"7700\"}],", StringComparison.Ordinal));

        Assert.Equal(1, again.Unchanged);
        Assert.Equal((2, known + 1), (_peer.Ordered.Count, _named.Count));
        Assert.Single(JsonNode.Parse(_peer.LastInvocation!.Arguments[1])![0]!["digests"]!.AsArray());
    }

    [Fact]
    public async Task Import_IdentifierInEveryResource_IsAskedForOnce()
    {
        await ImportAsync(Patient);
        _asked.Clear();

        var report = await ImportAsync(Bundle("batch", Pulse(1), Pulse(2), Pulse(3)));

        Assert.Equal(3, report.Added);
        Assert.Equal(1, _asked.Count(static function => function == "Importing:named"));
    }

    [Fact]
    public async Task Import_WhatWasDelivered_NeedsNoBlocks()
    {
        await ImportAsync(Bundle("batch", Patient, Pulse(1)));

        var again = await ImportAsync(Bundle("batch", Patient, Pulse(1)));

        Assert.Equal(2, again.Unchanged);
        Assert.DoesNotContain("GetBlockByTxID", _asked);
    }

    [Fact]
    public async Task Import_TransactionThatIsRefused_BlamesTheEntryThatIsWrong()
    {
        var report = await ImportAsync(Bundle("transaction", Patient, Pulse(1), Pulse(166), Pulse(3)));

        var blamed = Assert.Single(report.Failures, static item => item.Code != ImportItem.Untaken);
        Assert.Equal(("$.entry[2].resource", "department.unknown"), (blamed.Path, blamed.Code));
        Assert.Empty(_peer.Ordered);
    }

    private Task<ImportReport> ImportAsync(string text) => _importer.ImportAsync(Encoding.UTF8.GetBytes(text), Source);

    private static string Bundle(string type, params string[] resources) =>
        "{\"resourceType\":\"Bundle\",\"type\":\"" + type + "\",\"entry\":["
        + string.Join(',', resources.Select(static one => "{\"resource\":" + one + "}")) + "]}";

    private static string Pulse(int value) => $$"""
        {"resourceType":"Observation","id":"o-{{value}}","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"8867-4"}]},
        "subject":{"reference":"Patient/17"},"effectiveDateTime":"2026-11-20T08:00:00+03:00",
        "valueQuantity":{"value":{{value}},"system":"http://unitsofmeasure.org","code":"/min"} }
        """;

    // As contracts/fabric/src/importing-contract.ts, of which it keeps just enough.
    private string Answer(Invocation call)
    {
        lock (_asked)
        {
            _asked.Add(call.Function);
            return call.Function switch
            {
                "Importing:named" => new JsonArray([.. Texts(call.Arguments[0]).Where(_named.ContainsKey).Select(digest => (JsonNode)_named[digest]!).Distinct()]).ToJsonString(),
                "Importing:patient" => Delivered("patient|" + call.Arguments[0]),
                "Importing:delivered" => Delivered(call.Arguments[1]),
                "Importing:appendAll" => AppendAll(call),
                _ => "[]",
            };
        }
    }

    private string Delivered(string key) =>
        _delivered.TryGetValue(key, out var found) ? new JsonObject { ["delivered"] = found.DeepClone() }.ToJsonString() : "{}";

    private string AppendAll(Invocation call)
    {
        var items = JsonNode.Parse(call.Arguments[0])!.AsArray();
        if (items.Any(static item => item!["body"]!.GetValue<string>().Contains("\"value\":166", StringComparison.Ordinal)))
        {
            throw new PeerRefusal(GrpcStatusCode.Aborted, "refused", "chaincode response 500, refused|department.unknown|record|There is no such department.");
        }

        if (_peer.Calls.Last() == "Evaluate")
        {
            return "[]";
        }

        foreach (var item in items)
        {
            var record = JsonNode.Parse(item!["body"]!.GetValue<string>())!;
            var key = item["key"]!.GetValue<string>();
            var entry = new JsonObject { ["transaction"] = call.TransactionId, ["body"] = item["body"]!.DeepClone() };
            _delivered[key.StartsWith("patient|", StringComparison.Ordinal) ? "patient|" + record["patient"] : key] = entry;
        }

        foreach (var claim in JsonNode.Parse(call.Arguments[1])!.AsArray())
        {
            foreach (var digest in Texts(claim!["digests"]!.ToJsonString()))
            {
                _named[digest] = claim["patient"]!.GetValue<string>();
            }
        }

        return "[]";
    }

    private static IEnumerable<string> Texts(string json) => JsonNode.Parse(json)!.AsArray().Select(static one => one!.GetValue<string>());
}
