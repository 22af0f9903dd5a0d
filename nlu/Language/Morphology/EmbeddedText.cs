namespace VoiceMed.Nlu.Language.Morphology;

/// <summary>Reads the word lists compiled into the assembly.</summary>
internal static class EmbeddedText
{
    /// <summary>The lines of a list without comments and blank lines.</summary>
    public static IReadOnlyList<string> ReadLines(string name)
    {
        var assembly = typeof(EmbeddedText).Assembly;
        var resource = assembly.GetManifestResourceNames().Single(candidate => candidate.EndsWith('.' + name, StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                lines.Add(line.TrimEnd());
        }

        return lines;
    }
}
