namespace VoiceMed.Nlu.Packs.Yaml;

/// <summary>A node of a YAML file with the place it starts at.</summary>
internal abstract record YamlValue(SourcePosition Position);

/// <summary>A scalar; always text, whatever it looks like. <paramref name="ContentShift"/>: columns from the node's start to its first character.</summary>
internal sealed record YamlText(SourcePosition Position, string Value, int ContentShift) : YamlValue(Position)
{
    /// <summary>Where the character at <paramref name="offset"/> stands, as exactly as a one-line scalar allows.</summary>
    public SourcePosition At(int offset) => Position.Shift(ContentShift + offset);
}

internal sealed record YamlList(SourcePosition Position, IReadOnlyList<YamlValue> Items) : YamlValue(Position);

internal sealed record YamlMap(SourcePosition Position, IReadOnlyList<YamlEntry> Entries) : YamlValue(Position);

internal sealed record YamlEntry(YamlText Key, YamlValue Value);
