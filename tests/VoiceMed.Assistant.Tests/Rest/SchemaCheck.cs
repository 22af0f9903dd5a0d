using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace VoiceMed.Assistant.Tests.Rest;

/// <summary>Checks JSON against the part of JSON Schema that OpenAPI documents use: references, types, properties, items, anyOf.</summary>
internal sealed class SchemaCheck(JsonNode document)
{
    public void Check(JsonNode? value, JsonNode schema, string path)
    {
        var problem = Problem(value, schema, path);
        Assert.True(problem is null, problem);
    }

    private string? Problem(JsonNode? value, JsonNode schema, string path)
    {
        if (schema is not JsonObject rules)
        {
            return null;
        }

        if (rules["$ref"] is { } reference)
        {
            var name = ((string)reference!).Split('/')[^1];
            return Problem(value, document["components"]!["schemas"]![name] ?? throw new InvalidOperationException($"no schema {name}"), path);
        }

        foreach (var word in new[] { "anyOf", "oneOf" })
        {
            if (rules[word] is JsonArray options)
            {
                var problems = options.Select(option => Problem(value, option!, path)).ToArray();
                return problems.Any(p => p is null) ? null : $"{path}: fits none of {word}: {problems[0]}";
            }
        }

        return TypeProblem(value, rules, path) ?? (value switch
        {
            JsonObject members => MemberProblem(members, rules, path),
            JsonArray items when rules["items"] is { } item => items.Select((v, i) => Problem(v, item, $"{path}[{i}]")).FirstOrDefault(p => p is not null),
            _ => null,
        });
    }

    private string? MemberProblem(JsonObject members, JsonObject rules, string path)
    {
        var missing = rules["required"]?.AsArray().Select(r => (string)r!).FirstOrDefault(r => !members.ContainsKey(r) && !MayBeNull(rules, r));
        if (missing is not null)
        {
            return $"{path}: {missing} is missing";
        }

        var known = rules["properties"]?.AsObject();
        var unknown = known is null || rules["additionalProperties"] is not null ? null : members.FirstOrDefault(m => !known.ContainsKey(m.Key)).Key;
        return unknown is not null
            ? $"{path}: {unknown} is not described"
            : members.Where(m => known?[m.Key] is not null).Select(m => Problem(m.Value, known![m.Key]!, $"{path}.{m.Key}")).FirstOrDefault(p => p is not null);
    }

    // Members that are null are left out of what the ledger writes.
    private static bool MayBeNull(JsonObject rules, string name) =>
        rules["properties"]?[name] is JsonObject described
        && (described["type"] is JsonArray types && types.Any(t => (string?)t == "null") || described["oneOf"] is not null || described["anyOf"] is not null);

    private static string? TypeProblem(JsonNode? value, JsonObject rules, string path)
    {
        if (rules["type"] is not { } type)
        {
            return null;
        }

        var allowed = type is JsonArray several ? several.Select(t => (string)t!).ToArray() : [(string)type!];
        var actual = value?.GetValueKind() switch
        {
            null or JsonValueKind.Null => "null",
            JsonValueKind.Object => "object",
            JsonValueKind.Array => "array",
            JsonValueKind.String => "string",
            JsonValueKind.Number => "number",
            _ => "boolean",
        };
        return allowed.Contains(actual) || (actual == "number" && allowed.Contains("integer")) ? null : $"{path}: is {actual}, not {string.Join(" or ", allowed)}";
    }
}
