using System.Text.Json.Serialization;
using VoiceMed.Nlu.Parsing;

namespace VoiceMed.Assistant.CommandLine.Nlu;

/// <summary>A parsed utterance as <c>parse --json</c> prints it.</summary>
internal sealed record ParseReport(
    string? Text, string Intent, IReadOnlyDictionary<string, string> Slots, double Confidence, IntentCall? Call,
    [property: JsonPropertyName("also")] IReadOnlyList<ParseReport>? Also,
    IReadOnlyList<NearestIntent>? Nearest, string? Explanation, IReadOnlyList<string>? Missing)
{
    public static ParseReport Of(ParseResult result) =>
        result.IsUnderstood
            ? Of(result.Text, result.Intents[0]) with { Also = result.Intents.Count > 1 ? [.. result.Intents.Skip(1).Select(i => Of(null, i))] : null }
            : new ParseReport(result.Text, ParseResult.None, new Dictionary<string, string>(), Certainty(result), null, null, result.Nearest, result.Explanation, null);

    private static double Certainty(ParseResult result) => result.Nearest.Count > 0 ? Math.Round(1 - result.Nearest[0].Score, 3) : 1;

    private static ParseReport Of(string? text, IntentMatch match) => new(
        text, match.Intent, match.Slots.ToDictionary(s => s.Key, s => s.Value.Value), Math.Round(match.Confidence, 3), match.Call,
        null, null, null, match.Missing.Count > 0 ? match.Missing : null);
}
