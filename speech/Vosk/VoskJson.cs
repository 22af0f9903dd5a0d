using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace VoiceMed.Speech.Vosk;

/// <summary>libvosk's JSON, in and out.</summary>
internal static partial class VoskJson
{
    // libvosk's parser does not decode \uXXXX, so letters beyond ASCII must go in as they are.
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A phrase list in the form libvosk compiles into a grammar: JSON in UTF-8 with a zero at its end.</summary>
    internal static byte[] WriteGrammar(IEnumerable<string> phrases) => [.. JsonSerializer.SerializeToUtf8Bytes(phrases, Relaxed), 0];

    /// <summary>Reads a result or final result.</summary>
    internal static VoskResult ReadResult(ReadOnlySpan<byte> utf8)
    {
        using var document = Parse(utf8);
        var root = document.RootElement;
        var alternatives = root.TryGetProperty("alternatives", out var paths) ? paths.EnumerateArray().Select(ReadAlternative).ToArray() : [];
        var text = alternatives.Length > 0 ? alternatives[0].Text : ReadText(root, "text");
        var vector = root.TryGetProperty("spk", out var spk) ? spk.EnumerateArray().Select(static x => x.GetDouble()).ToArray() : [];
        var frames = root.TryGetProperty("spk_frames", out var count) ? count.GetInt32() : 0;
        return new VoskResult(text, ReadWords(root), alternatives, vector, frames);
    }

    /// <summary>Reads the words of a partial result.</summary>
    internal static string ReadPartial(ReadOnlySpan<byte> utf8)
    {
        using var document = Parse(utf8);
        return ReadText(document.RootElement, "partial");
    }

    private static VoskAlternative ReadAlternative(JsonElement path) =>
        new(ReadText(path, "text"), ReadNumber(path, "confidence") ?? 0, ReadWords(path));

    private static VoskWord[] ReadWords(JsonElement parent) =>
        parent.TryGetProperty("result", out var words) ? words.EnumerateArray().Select(ReadWord).ToArray() : [];

    private static VoskWord ReadWord(JsonElement word) => new(
        ReadText(word, "word"),
        TimeSpan.FromSeconds(ReadNumber(word, "start") ?? 0),
        TimeSpan.FromSeconds(ReadNumber(word, "end") ?? 0),
        ReadNumber(word, "conf"));

    private static string ReadText(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) ? value.GetString()?.Trim() ?? "" : "";

    private static double? ReadNumber(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private static JsonDocument Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonDocument.Parse(utf8.ToArray());
        }
        catch (JsonException)
        {
            // A degenerate lattice makes libvosk print "nan" or "inf" where JSON wants a number.
            return JsonDocument.Parse(NotANumber().Replace(Encoding.UTF8.GetString(utf8), ": null"));
        }
    }

    [GeneratedRegex(@": *-?(nan|inf)(?=[\s,}])", RegexOptions.CultureInvariant)]
    private static partial Regex NotANumber();
}
