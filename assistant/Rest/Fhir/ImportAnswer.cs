using System.Text.Json.Nodes;
using VoiceMed.Ledger.Fhir;
using VoiceMed.Ledger.Import;

namespace VoiceMed.Assistant.Rest.Fhir;

/// <summary>What became of an import, as a FHIR Bundle of responses.</summary>
internal static class ImportAnswer
{
    /// <summary>One response an entry, in the order sent; a failed one carries an OperationOutcome.</summary>
    public static JsonObject Of(ImportReport report) => new()
    {
        ["resourceType"] = "Bundle",
        ["type"] = report.Atomic ? "transaction-response" : "batch-response",
        ["entry"] = new JsonArray(report.Items.Select(Entry).ToArray<JsonNode>()),
    };

    /// <summary>Why one resource was not taken.</summary>
    public static JsonObject Outcome(ImportItem item) => OperationOutcome.Of(
        item.Code!.Contains('.', StringComparison.Ordinal) ? FhirIssueCode.BusinessRule : item.Code, item.Code, item.Reason!, item.Path);

    private static JsonObject Entry(ImportItem item)
    {
        var response = new JsonObject { ["status"] = Status(item.Outcome) };
        if (item.Record is { } record)
        {
            response["location"] = $"{item.ResourceType}/{record}";
        }

        if (item.Outcome == ImportOutcome.Failed)
        {
            response["outcome"] = Outcome(item);
        }

        return new JsonObject { ["response"] = response };
    }

    private static string Status(ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Added => "201 Created",
        ImportOutcome.Failed => "422 Unprocessable Entity",
        ImportOutcome.NotKept => "204 No Content",
        _ => "200 OK",
    };
}
