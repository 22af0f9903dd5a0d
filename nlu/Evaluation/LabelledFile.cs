using System.Text.Json;

namespace VoiceMed.Nlu.Evaluation;

/// <summary>Reads tab-separated utterances: a header with <c>text</c> or <c>utterance</c>, <c>intent</c>, optionally <c>slots</c> (a JSON object).</summary>
public static class LabelledFile
{
    /// <summary>Reads the file.</summary>
    /// <exception cref="FormatException">The header or a line is wrong; the message says which: <c>file:line: …</c>.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static IReadOnlyList<LabelledUtterance> Read(string path)
    {
        var lines = File.ReadAllLines(path);
        if (lines.Length == 0)
            throw new FormatException($"{path}:1: the file is empty; its first line must be a header with 'text' and 'intent'");
        var header = lines[0].TrimStart('\uFEFF').Split('\t').Select(h => h.Trim().ToLowerInvariant()).ToList();
        var text = header.FindIndex(h => h is "text" or "utterance");
        var intent = header.IndexOf("intent");
        var slots = header.IndexOf("slots");
        if (text < 0 || intent < 0)
            throw new FormatException($"{path}:1: the header must name the columns 'text' (or 'utterance') and 'intent', separated by tabs");
        var utterances = new List<LabelledUtterance>(lines.Length);
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Length == 0)
                continue;
            var cells = lines[i].Split('\t');
            if (cells.Length <= Math.Max(text, intent))
                throw new FormatException($"{path}:{i + 1}: {cells.Length} column(s), expected at least {Math.Max(text, intent) + 1}");
            utterances.Add(new LabelledUtterance(cells[text], cells[intent].Trim(), slots >= 0 && slots < cells.Length ? Slots(cells[slots], path, i + 1) : null));
        }

        return utterances;
    }

    private static Dictionary<string, string>? Slots(string json, string path, int line)
    {
        if (string.IsNullOrWhiteSpace(json))
            return null;
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new FormatException($"{path}:{line}: slots must be a JSON object");
            return document.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ToString(), StringComparer.Ordinal);
        }
        catch (JsonException e)
        {
            throw new FormatException($"{path}:{line}: slots are not JSON: {e.Message}", e);
        }
    }
}
