using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VoiceMed.Assistant.CommandLine;

/// <summary>
/// Where a command writes: results to standard output, everything else to standard error, so that <c>--json</c> output
/// can be piped. Thread-safe as far as the underlying writers are.
/// </summary>
public sealed class Terminal(TextWriter results, TextWriter messages)
{
    /// <summary>How every <c>--json</c> line is written: camelCase, Cyrillic unescaped, nulls left out.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    /// <summary>Writes one line of results.</summary>
    public void Result(string line) => results.WriteLine(line);

    /// <summary>Writes one JSON object as one line of results.</summary>
    public void ResultJson<T>(T value) => results.WriteLine(JsonSerializer.Serialize(value, Json));

    /// <summary>Writes one line for the person watching; never part of the results.</summary>
    public void Message(string line) => messages.WriteLine(line);
}
