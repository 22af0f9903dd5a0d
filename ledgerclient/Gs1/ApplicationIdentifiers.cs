namespace VoiceMed.LedgerClient.Gs1;

/// <summary>
/// How long the values of GS1 application identifiers are (GS1 General Specifications, 3.2 and 7.8.5). Identifiers that are
/// not listed here are an error: without their length the rest of a code cannot be told apart.
/// </summary>
internal static class ApplicationIdentifiers
{
    // Prefix of the identifier, length of the identifier, least and most characters of the value, digits only.
    private static readonly IReadOnlyList<(string Prefix, int Length, int Least, int Most, bool Digits)> Known =
    [
        ("00", 2, 18, 18, true), ("01", 2, 14, 14, true), ("02", 2, 14, 14, true),
        ("10", 2, 1, 20, false), ("11", 2, 6, 6, true), ("12", 2, 6, 6, true), ("13", 2, 6, 6, true), ("15", 2, 6, 6, true),
        ("16", 2, 6, 6, true), ("17", 2, 6, 6, true), ("20", 2, 2, 2, true), ("21", 2, 1, 20, false), ("22", 2, 1, 20, false),
        ("235", 3, 1, 28, false), ("240", 3, 1, 30, false), ("241", 3, 1, 30, false), ("242", 3, 1, 6, true), ("243", 3, 1, 20, false),
        ("250", 3, 1, 30, false), ("251", 3, 1, 30, false), ("253", 3, 13, 30, false), ("254", 3, 1, 20, false), ("255", 3, 13, 25, true),
        ("30", 2, 1, 8, true), ("31", 4, 6, 6, true), ("32", 4, 6, 6, true), ("33", 4, 6, 6, true), ("34", 4, 6, 6, true),
        ("35", 4, 6, 6, true), ("36", 4, 6, 6, true), ("37", 2, 1, 8, true), ("390", 4, 1, 15, true), ("392", 4, 1, 15, true),
        ("400", 3, 1, 30, false), ("401", 3, 1, 30, false), ("403", 3, 1, 30, false), ("41", 3, 13, 13, true), ("420", 3, 1, 20, false),
        ("422", 3, 3, 3, true), ("7001", 4, 13, 13, true), ("7003", 4, 10, 10, true), ("7004", 4, 1, 4, true), ("7006", 4, 6, 6, true),
        ("71", 3, 1, 20, false), ("723", 4, 3, 30, false), ("8003", 4, 15, 30, false), ("8004", 4, 1, 30, false), ("8005", 4, 6, 6, true),
        ("8006", 4, 18, 18, true), ("8008", 4, 8, 12, true), ("8012", 4, 1, 20, false), ("8013", 4, 1, 25, false), ("8017", 4, 18, 18, true),
        ("8020", 4, 1, 25, false), ("90", 2, 1, 30, false), ("9", 2, 1, 90, false),
    ];

    // 7.8.5: these need no separator behind them. All others of fixed length do.
    private static readonly IReadOnlyList<string> Predefined =
        ["00", "01", "02", "03", "04", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20", "31", "32", "33", "34", "35", "36", "41"];

    /// <summary>The rule of the identifier a text begins with, or null when none is known.</summary>
    public static (string Identifier, int Least, int Most, bool Digits)? Find(ReadOnlySpan<char> text)
    {
        foreach (var (prefix, length, least, most, digits) in Known)
        {
            if (text.Length >= length && text.StartsWith(prefix) && text[..length].IndexOfAnyExceptInRange('0', '9') < 0)
            {
                return (text[..length].ToString(), least, most, digits);
            }
        }

        return null;
    }

    /// <summary>True when the value ends by its length, without a separator.</summary>
    public static bool EndsByLength(string identifier) => Predefined.Contains(identifier[..2]);
}
