using System.Globalization;

namespace VoiceMed.Nlu.Language.Calendar;

/// <summary>A canonical date or period that is no interval, taken apart for writing and resolving.</summary>
/// <param name="Kind">Which of the other members hold anything.</param>
/// <param name="Count">How many units, for spans.</param>
/// <param name="Unit">The unit's letter: D, W, M or Y.</param>
/// <param name="Year">Four digits, <c>last-year</c>, <c>this-year</c>, or null.</param>
/// <param name="Month">1-12, or 0.</param>
/// <param name="Day">1-31, or 0.</param>
internal readonly record struct CanonicalParts(CanonicalKind Kind, int Count, char Unit, string? Year, int Month, int Day)
{
    /// <summary>Reads a value; <see cref="CanonicalKind.Named"/> for words like <c>last-week</c>, which the caller looks up.</summary>
    public static CanonicalParts Read(string value)
    {
        var ago = value.StartsWith("-P", StringComparison.Ordinal);
        var span = value.AsSpan(ago ? 1 : 0);
        if (span is ['P', .., 'D' or 'W' or 'M' or 'Y'] && int.TryParse(span[1..^1], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return new CanonicalParts(ago ? CanonicalKind.Ago : CanonicalKind.Span, count, span[^1], null, 0, 0);
        string? year = null;
        var rest = value.AsSpan();
        if (rest.StartsWith("--"))
            rest = rest[1..];
        else if (rest.Length >= 4 && rest[..4].IndexOfAnyExceptInRange('0', '9') < 0)
            year = value[..4];
        else if (rest.StartsWith("last-year-") || rest.StartsWith("this-year-"))
            year = value[..9];
        rest = rest[(year?.Length ?? 0)..];
        var month = ReadPart(ref rest);
        var day = ReadPart(ref rest);
        var kind = (year, month, day) switch
        {
            _ when rest.Length > 0 => CanonicalKind.Named,
            (_, > 0, > 0) => CanonicalKind.Day,
            (_, > 0, _) => CanonicalKind.Month,
            (not null, _, _) => CanonicalKind.Year,
            _ => CanonicalKind.Named,
        };
        return new CanonicalParts(kind, 0, ' ', year, month, day);
    }

    private static int ReadPart(ref ReadOnlySpan<char> rest)
    {
        if (rest.Length < 3 || rest[0] != '-' || !int.TryParse(rest[1..3], NumberStyles.None, CultureInfo.InvariantCulture, out var part))
            return 0;
        rest = rest[3..];
        return part;
    }
}
