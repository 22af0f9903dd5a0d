namespace VoiceMed.Nlu.Packs;

/// <summary>A place in a pack's file.</summary>
/// <param name="File">The file's path, as it was given to the loader.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column in UTF-16 units, from 1.</param>
public readonly record struct SourcePosition(string File, int Line, int Column)
{
    /// <summary>The same line, <paramref name="offset"/> columns further right.</summary>
    public SourcePosition Shift(int offset) => this with { Column = Column + offset };

    /// <summary><c>file:line:col</c>.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}";
}
