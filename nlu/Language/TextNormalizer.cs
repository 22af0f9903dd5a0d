using System.Text;

namespace VoiceMed.Nlu.Language;

/// <summary>
/// Brings text to the words the engine compares: lower case, ё as е, punctuation and hyphens gone, English contractions
/// undone ("what's" is "what is", "patient's" is "patient"). Templates and utterances go through the same door.
/// </summary>
public static class TextNormalizer
{
    private static readonly HashSet<string> s_isHosts = new(StringComparer.Ordinal)
    {
        "what", "who", "where", "when", "how", "that", "it", "there", "here", "he", "she", "which",
    };

    /// <summary>Splits <paramref name="text"/> into normalised words. Empty for text without letters or digits; never throws.</summary>
    public static string[] Words(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new List<string>();
        var word = new StringBuilder();
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            if (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark)
            {
                Append(word, c);
            }
            else if (c is '\'' or '\u2019' && word.Length > 0 && i + 1 < text.Length && char.IsLetter(text[i + 1]))
            {
                word.Append('\'');
            }
            else if (c is '.' or ',' && word.Length > 0 && char.IsDigit(word[^1]) && i + 1 < text.Length && char.IsDigit(text[i + 1]))
            {
                word.Append('.');
            }
            else if (word.Length > 0)
            {
                AddWord(words, word.ToString());
                word.Clear();
            }
        }

        return [.. words];
    }

    /// <summary><see cref="Words"/> joined by single spaces.</summary>
    public static string Normalize(string text) => string.Join(' ', Words(text));

    private static void Append(StringBuilder word, char c)
    {
        switch (c)
        {
            case '\u0306' when word.Length > 0 && word[^1] == 'и':
                word[^1] = 'й';
                break;
            case '\u0308' or '\u0301' or '\u0306':
                break;
            default:
                var lower = char.ToLowerInvariant(c);
                word.Append(lower == 'ё' ? 'е' : lower);
                break;
        }
    }

    private static void AddWord(List<string> words, string word)
    {
        var apostrophe = word.IndexOf('\'', StringComparison.Ordinal);
        if (apostrophe <= 0)
        {
            words.Add(word);
            return;
        }

        var head = word[..apostrophe];
        switch (word[apostrophe..])
        {
            case "'s" when s_isHosts.Contains(head):
                words.AddRange([head, "is"]);
                break;
            case "'s" or "'":
                words.Add(head == "let" ? "lets" : head);
                break;
            case "'m":
                words.AddRange([head, "am"]);
                break;
            case "'re":
                words.AddRange([head, "are"]);
                break;
            case "'ve":
                words.AddRange([head, "have"]);
                break;
            case "'ll":
                words.AddRange([head, "will"]);
                break;
            case "'d":
                words.AddRange([head, "would"]);
                break;
            case "'t" when head.EndsWith('n'):
                words.AddRange(head switch { "can" => ["can", "not"], "won" => ["will", "not"], "shan" => ["shall", "not"], _ => [head[..^1], "not"] });
                break;
            default:
                words.Add(word.Replace("'", "", StringComparison.Ordinal));
                break;
        }
    }
}
