using System.Text.RegularExpressions;
using NodaTime;

namespace VoiceMed.LedgerClient.Gs1;

/// <summary>
/// Reads GS1 codes as scanners deliver them: element strings with FNC1 as the character GS (U+001D) and an optional symbology
/// identifier (<c>]d2</c>, <c>]Q3</c>, <c>]C1</c>), the bracketed form printed under a code, GS1 Digital Link addresses, and
/// bare GTINs. Source: GS1 General Specifications 3.2, 7.8, 7.9, 7.12; GS1 Digital Link URI syntax. Stateless and thread-safe.
/// </summary>
public static partial class Gs1Parser
{
    private const char Separator = '\u001d';
    private const int LongestCode = 4096;

    /// <summary>Reads a code.</summary>
    /// <param name="text">The scanned text.</param>
    /// <param name="today">The day against which two-digit years are placed in their century.</param>
    /// <exception cref="Gs1FormatException">It is no GS1 code, or its GTIN's check digit is wrong.</exception>
    public static Gs1Code Parse(string text, LocalDate today)
    {
        ArgumentNullException.ThrowIfNull(text);
        var code = text.Trim(' ', '\t', '\r', '\n');
        if (code.Length is 0 or > LongestCode)
        {
            throw new Gs1FormatException(code.Length == 0 ? "The code is empty." : "The code is too long for any GS1 symbol.");
        }

        return Interpret(Elements(code), today);
    }

    private static IReadOnlyList<Gs1Element> Elements(string code)
    {
        if (code.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || code.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            return DigitalLink(code);
        }

        if (code[0] == '(')
        {
            return Bracketed(code);
        }

        return BareGtin(code) is { } gtin ? [new Gs1Element("01", gtin)] : ElementString(code);
    }

    private static string? BareGtin(string code)
    {
        var digits = code.Replace(" ", string.Empty, StringComparison.Ordinal);
        return Gtin.Normalize(digits);
    }

    private static List<Gs1Element> ElementString(string code)
    {
        var rest = SymbologyIdentifier().Replace(code, string.Empty, 1).AsSpan().TrimStart(Separator);
        var elements = new List<Gs1Element>();
        while (!rest.IsEmpty)
        {
            var at = code.Length - rest.Length;
            var rule = ApplicationIdentifiers.Find(rest)
                ?? throw new Gs1FormatException($"No GS1 application identifier is known at character {at + 1}.");
            rest = rest[rule.Identifier.Length..];
            var end = rest.IndexOf(Separator);
            var length = ApplicationIdentifiers.EndsByLength(rule.Identifier) ? Math.Min(rule.Most, rest.Length) : end < 0 ? rest.Length : end;
            elements.Add(Checked(rule, rest[..length].ToString()));
            rest = rest[length..];
            if (!rest.IsEmpty && rest[0] == Separator)
            {
                rest = rest[1..];
            }
        }

        return elements;
    }

    private static List<Gs1Element> Bracketed(string code)
    {
        var marks = BracketedIdentifier().Matches(code);
        if (marks.Count == 0)
        {
            throw new Gs1FormatException("No application identifier stands in the brackets.");
        }

        var elements = new List<Gs1Element>();
        for (var i = 0; i < marks.Count; i++)
        {
            var begin = marks[i].Index + marks[i].Length;
            var end = i + 1 < marks.Count ? marks[i + 1].Index : code.Length;
            elements.Add(Checked(Rule(marks[i].Groups[1].Value), code[begin..end].Trim()));
        }

        return elements;
    }

    private static List<Gs1Element> DigitalLink(string code)
    {
        if (!Uri.TryCreate(code, UriKind.Absolute, out var address))
        {
            throw new Gs1FormatException("The address is malformed.");
        }

        var parts = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToArray();
        var key = Array.IndexOf(parts, "01");
        if (key < 0 || (parts.Length - key) % 2 != 0)
        {
            throw new Gs1FormatException("The address is no GS1 Digital Link of a trade item.");
        }

        var elements = new List<Gs1Element>();
        for (var i = key; i < parts.Length; i += 2)
        {
            var value = parts[i] == "01" ? Gtin.Normalize(parts[i + 1]) ?? parts[i + 1] : parts[i + 1];
            elements.Add(Checked(Rule(parts[i]), value));
        }

        foreach (var pair in address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            // Other query parameters are allowed in a Digital Link and mean nothing here.
            if (pair.Split('=') is [var name, var value] && name.All(char.IsAsciiDigit) && name.Length is >= 2 and <= 4)
            {
                elements.Add(Checked(Rule(name), Uri.UnescapeDataString(value)));
            }
        }

        return elements;
    }

    private static (string Identifier, int Least, int Most, bool Digits) Rule(string identifier) =>
        ApplicationIdentifiers.Find(identifier) is { } rule && rule.Identifier == identifier
            ? rule
            : throw new Gs1FormatException($"({identifier}) is no GS1 application identifier known here.");

    private static Gs1Element Checked((string Identifier, int Least, int Most, bool Digits) rule, string value)
    {
        if (value.Length < rule.Least || value.Length > rule.Most)
        {
            var expected = rule.Least == rule.Most ? $"{rule.Least}" : $"{rule.Least} to {rule.Most}";
            throw new Gs1FormatException($"({rule.Identifier}) has {value.Length} characters instead of {expected}.");
        }

        if (rule.Digits ? !value.All(char.IsAsciiDigit) : !value.All(IsCharacter82))
        {
            throw new Gs1FormatException($"({rule.Identifier}) holds a character it may not.");
        }

        return new Gs1Element(rule.Identifier, value);
    }

    // GS1 AI encodable character set 82 (7.11), and + and = of set 64, which national crypto tails use.
    private static bool IsCharacter82(char c) => char.IsAsciiLetterOrDigit(c) || "!\"%&'()*+,-./:;<=>?_".Contains(c, StringComparison.Ordinal);

    private static Gs1Code Interpret(IReadOnlyList<Gs1Element> elements, LocalDate today)
    {
        var repeated = elements.GroupBy(e => e.Identifier).FirstOrDefault(g => g.Select(e => e.Value).Distinct().Count() > 1);
        if (repeated is not null)
        {
            throw new Gs1FormatException($"({repeated.Key}) is there twice with different values.");
        }

        var gtin = Find(elements, "01");
        if (gtin is not null && Gtin.Normalize(gtin) is null)
        {
            throw new Gs1FormatException("The check digit of (01) is wrong.");
        }

        return new Gs1Code
        {
            Elements = elements,
            Gtin = gtin,
            Serial = Find(elements, "21"),
            Batch = Find(elements, "10"),
            Expiry = Date(elements, "17", today),
            Produced = Date(elements, "11", today),
        };
    }

    private static string? Find(IReadOnlyList<Gs1Element> elements, string identifier) =>
        elements.FirstOrDefault(e => e.Identifier == identifier)?.Value;

    private static LocalDate? Date(IReadOnlyList<Gs1Element> elements, string identifier, LocalDate today)
    {
        if (Find(elements, identifier) is not { } value)
        {
            return null;
        }

        var (yy, month, day) = (int.Parse(value[..2]), int.Parse(value[2..4]), int.Parse(value[4..]));

        // 7.12: a year 51 to 99 ahead of this one lies in the past century, one 50 to 99 behind it in the next.
        var century = today.Year - (today.Year % 100);
        var year = (yy - (today.Year % 100)) switch
        {
            >= 51 => century - 100 + yy,
            <= -50 => century + 100 + yy,
            _ => century + yy,
        };
        if (month is < 1 or > 12 || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
        {
            throw new Gs1FormatException($"({identifier}) is no date.");
        }

        // Day 00 means the whole month: usable until its last day, made on its first.
        return day > 0 ? new LocalDate(year, month, day)
            : identifier == "17" ? new LocalDate(year, month, CalendarSystem.Iso.GetDaysInMonth(year, month))
            : new LocalDate(year, month, 1);
    }

    [GeneratedRegex(@"^\][A-Za-z][0-9A-Za-z]")]
    private static partial Regex SymbologyIdentifier();

    [GeneratedRegex(@"\(([0-9]{2,4})\)")]
    private static partial Regex BracketedIdentifier();
}
