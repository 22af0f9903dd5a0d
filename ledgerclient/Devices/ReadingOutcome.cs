using System.Text.Json.Serialization;

namespace VoiceMed.LedgerClient.Devices;

/// <summary>What became of one reading.</summary>
/// <param name="Index">Its place in the batch, from 0.</param>
/// <param name="Status"><c>added</c>, <c>duplicate</c> or <c>refused</c>.</param>
/// <param name="Code">Why it was refused, as a stable code; null when it was not. A refused reading is refused again.</param>
public sealed record ReadingOutcome(
    [property: JsonPropertyName("index")] int Index,
    [property: JsonPropertyName("status")] string Status,
    [property: JsonPropertyName("code")] string? Code = null);
