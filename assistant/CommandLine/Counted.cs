using System.Globalization;

namespace VoiceMed.Assistant.CommandLine;

/// <summary>Numbers of things in messages.</summary>
internal static class Counted
{
    /// <summary>The number with the noun in its form: <c>1 entry</c>, <c>0 entries</c>.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">The noun in the singular.</param>
    /// <param name="many">The noun in the plural; null, the default, adds an s.</param>
    public static string Of(long count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");
}
