namespace VoiceMed.Nlu.Packs.Contracts;

/// <summary>The slot types of the pack format.</summary>
public static class SlotTypes
{
    /// <summary>Any words, at least one.</summary>
    public const string Text = "text";

    private const string ListPrefix = "list:";

    /// <summary>Types that every language parses by itself.</summary>
    public static IReadOnlyList<string> BuiltIn { get; } = ["number", "ordinal", "date", "period", "time", Text];

    /// <summary>The name of the list a type stands for, or null for a built-in type.</summary>
    public static string? ListName(string type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.StartsWith(ListPrefix, StringComparison.Ordinal) ? type[ListPrefix.Length..] : null;
    }

    /// <summary>The canonical spelling: built-in names as they are, everything else as <c>list:name</c>.</summary>
    public static string Canonical(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        return BuiltIn.Contains(written) || written.StartsWith(ListPrefix, StringComparison.Ordinal) ? written : ListPrefix + written;
    }
}
