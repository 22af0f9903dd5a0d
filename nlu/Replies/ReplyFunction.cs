namespace VoiceMed.Nlu.Replies;

/// <summary>A function of a reply template with its argument. Immutable.</summary>
/// <param name="Name">One of <see cref="Names"/>.</param>
/// <param name="Argument">What stands after the colon, or null.</param>
internal sealed record ReplyFunction(string Name, string? Argument)
{
    /// <summary>All functions: true where an argument is required, null where it may be left out, false where there is none.</summary>
    public static IReadOnlyDictionary<string, bool?> Names { get; } = new Dictionary<string, bool?>(StringComparer.Ordinal)
    {
        ["plural"] = true,
        ["noun"] = true,
        ["words"] = null,
        ["ordinal"] = null,
        ["case"] = true,
        ["spoken"] = true,
        ["date"] = false,
        ["period"] = false,
        ["time"] = false,
        ["capitalize"] = false,
        ["lower"] = false,
    };
}
