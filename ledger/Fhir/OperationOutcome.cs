using System.Text.Json.Nodes;
using VoiceMed.Ledger.Fhir.Elements;

namespace VoiceMed.Ledger.Fhir;

/// <summary>FHIR's way to report errors.</summary>
public static class OperationOutcome
{
    /// <summary>The outcome of one failure.</summary>
    /// <param name="issueCode">The FHIR issue type, for example <c>forbidden</c> or one of <see cref="FhirIssueCode"/>.</param>
    /// <param name="code">Our stable code, for example <c>consent.missing</c>.</param>
    /// <param name="text">What happened, for a person, without patient data.</param>
    /// <param name="path">The JSON path of the culprit, or null.</param>
    public static JsonObject Of(string issueCode, string code, string text, string? path = null)
    {
        var details = FhirCoding.Concept(new FhirCoding(FhirSystems.Code, code));
        details["text"] = text;
        var issue = new JsonObject { ["severity"] = "error", ["code"] = issueCode, ["details"] = details, ["diagnostics"] = text };
        if (path is not null)
        {
            issue["expression"] = new JsonArray(path.TrimStart('$', '.') is { Length: > 0 } inner ? inner : "Resource");
        }

        return new JsonObject { ["resourceType"] = "OperationOutcome", ["issue"] = new JsonArray(issue) };
    }
}
