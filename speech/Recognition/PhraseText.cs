using System.Text;

namespace VoiceMed.Speech.Recognition;

/// <summary>Phrases as the recogniser spells them, and the comparison of what two spellings say.</summary>
internal static class PhraseText
{
    /// <summary>The word libvosk gives where no word fits.</summary>
    internal const string Unknown = "[unk]";

    /// <summary>The words of a phrase: lower case, without punctuation; apostrophes and hyphens inside a word stay.</summary>
    internal static string[] Words(string phrase)
    {
        var text = new StringBuilder(phrase.Length);
        foreach (var letter in phrase)
        {
            text.Append(letter switch
            {
                '’' => '\'',
                '\'' or '-' or '[' or ']' => letter,
                _ when char.IsLetterOrDigit(letter) => char.ToLowerInvariant(letter),
                _ => ' ',
            });
        }

        return [.. text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(static word => word.Any(char.IsLetterOrDigit))];
    }

    /// <summary>One spelling for what sounds and means the same: Russian texts write ё and е alike.</summary>
    internal static string Fold(string text) => text.Replace('ё', 'е');

    /// <summary>Whether two texts hold the same words.</summary>
    internal static bool Same(string one, string other) => Fold(one) == Fold(other);

    /// <summary>The text without <see cref="Unknown"/>.</summary>
    internal static string Known(string text) =>
        text.Contains(Unknown, StringComparison.Ordinal)
            ? string.Join(' ', text.Split(' ').Where(static word => word != Unknown))
            : text;
}
