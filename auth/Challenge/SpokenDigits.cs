using System.Text;

namespace VoiceMed.Auth.Challenge;

/// <summary>Reads a row of digits as it was spoken, one by one. Thread-safe.</summary>
public static class SpokenDigits
{
    private static readonly IReadOnlyDictionary<string, char> Russian = new Dictionary<string, char>
    {
        ["ноль"] = '0',
        ["нуль"] = '0',
        ["один"] = '1',
        ["раз"] = '1',
        ["одна"] = '1',
        ["два"] = '2',
        ["две"] = '2',
        ["три"] = '3',
        ["четыре"] = '4',
        ["пять"] = '5',
        ["шесть"] = '6',
        ["семь"] = '7',
        ["восемь"] = '8',
        ["девять"] = '9',
    };

    private static readonly IReadOnlyDictionary<string, char> English = new Dictionary<string, char>
    {
        ["zero"] = '0',
        ["oh"] = '0',
        ["one"] = '1',
        ["two"] = '2',
        ["three"] = '3',
        ["four"] = '4',
        ["five"] = '5',
        ["six"] = '6',
        ["seven"] = '7',
        ["eight"] = '8',
        ["nine"] = '9',
    };

    /// <summary>Says digits one by one, in words.</summary>
    /// <param name="digits">Digits only.</param>
    /// <param name="language"><c>ru</c> or (anything else) English.</param>
    /// <exception cref="ArgumentException">There is something else than digits.</exception>
    public static string Say(string digits, string language)
    {
        ArgumentNullException.ThrowIfNull(digits);
        var table = Table(language);
        return digits.All(char.IsAsciiDigit)
            ? string.Join(' ', digits.Select(digit => table.First(entry => entry.Value == digit).Key))
            : throw new ArgumentException("Only digits can be said.", nameof(digits));
    }

    /// <summary>The words a recogniser's grammar needs for an answer.</summary>
    /// <param name="language"><c>ru</c> or <c>en</c>.</param>
    public static IReadOnlyCollection<string> Words(string language) => [.. Table(language).Keys];

    /// <summary>
    /// Reads digits. Figures and the wake word are let through; any other word makes the answer unreadable, so that a sentence that happens
    /// to hold the digits is no answer.
    /// </summary>
    /// <param name="text">What was recognised.</param>
    /// <param name="language"><c>ru</c> or <c>en</c>.</param>
    /// <returns>The digits, or <see langword="null"/>.</returns>
    public static string? Read(string text, string language)
    {
        ArgumentNullException.ThrowIfNull(text);
        var table = Table(language);
        var digits = new StringBuilder();
        foreach (var word in text.ToLowerInvariant().Split([' ', ',', '.', '-', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (table.TryGetValue(word, out var digit))
            {
                digits.Append(digit);
            }
            else if (word.All(char.IsAsciiDigit))
            {
                digits.Append(word);
            }
            else if (word is not ("ассистент" or "assistant"))
            {
                return null;
            }
        }

        return digits.Length == 0 ? null : digits.ToString();
    }

    private static IReadOnlyDictionary<string, char> Table(string language) => language == "ru" ? Russian : English;
}
