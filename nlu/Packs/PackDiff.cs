namespace VoiceMed.Nlu.Packs;

/// <summary>What a reload changed. Immutable.</summary>
/// <param name="Added">Intents that are new.</param>
/// <param name="Removed">Intents that are gone.</param>
/// <param name="Changed">Intents whose contract, sentences, lists' use or replies differ.</param>
/// <param name="SetAside">Files that have errors; their last good version, if there was one, stays in force.</param>
public sealed record PackDiff(
    IReadOnlyList<string> Added, IReadOnlyList<string> Removed, IReadOnlyList<string> Changed, IReadOnlyList<string> SetAside)
{
    /// <summary>Whether anything differs.</summary>
    public bool IsEmpty => Added.Count + Removed.Count + Changed.Count == 0;

    /// <summary>What <paramref name="after"/> has and <paramref name="before"/> has not, and the other way round.</summary>
    public static PackDiff Between(PackStore before, PackStore after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return PackDiffer.Diff(before.Current.Packs, after.Current.Packs, [.. after.Errors.Select(e => e.Position.File).Distinct()]);
    }

    /// <summary>One line: <c>+3 intents, -1, ~2; 1 file set aside</c>.</summary>
    public override string ToString() =>
        $"+{Added.Count} intents, -{Removed.Count}, ~{Changed.Count}" + (SetAside.Count > 0 ? $"; {SetAside.Count} {(SetAside.Count == 1 ? "file" : "files")} set aside" : "");
}
