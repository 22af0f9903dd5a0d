using VoiceMed.Nlu.Language.Grammar;

namespace VoiceMed.Nlu.Language.Phonetics;

/// <summary>Russian sounds: unstressed vowels merge, consonants lose their voice, silent letters go.</summary>
/// <remarks>
/// The key follows the idea of Kankowski's "Как ваша фамилия, или Русский MetaPhone": "тутаев" and "тутаеф" share one. Thread-safe.
/// </remarks>
public sealed class RussianPhonetics : IPhonetics
{
    private const int LongestWord = 64;
    private const string Vowels = "аиу";

    private static readonly string[] Families = ["пф", "тцс", "кх", "шсч", "мн", "лр", "йи"];

    /// <inheritdoc/>
    public string Key(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        Span<char> sounds = stackalloc char[LongestWord];
        return sounds[..Sounds(word, sounds)].ToString();
    }

    /// <inheritdoc/>
    public double Distance(string left, string right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        Span<char> first = stackalloc char[LongestWord];
        Span<char> second = stackalloc char[LongestWord];
        return SoundDistance.Normalized(first[..Sounds(left, first)], second[..Sounds(right, second)], Vowels, Families);
    }

    private static int Sounds(ReadOnlySpan<char> word, Span<char> sounds)
    {
        var length = 0;
        for (var i = 0; i < word.Length && length < sounds.Length; i++)
        {
            var letter = YoInsensitiveComparer.Fold(word[i]);
            var next = i + 1 < word.Length ? YoInsensitiveComparer.Fold(word[i + 1]) : '\0';
            if (IsSilent(letter, next))
                continue;
            var sound = Sound(letter);
            if (length == 0 || sounds[length - 1] != sound)
                sounds[length++] = sound;
        }

        return length;
    }

    private static bool IsSilent(char letter, char next) =>
        letter is 'ь' or 'ъ' or '-' or ' '
        || (letter == 'т' && next == 'с')
        || (letter == 'й' && next is 'а' or 'я' or 'о' or 'у' or 'ю');

    private static char Sound(char letter) => letter switch
    {
        'а' or 'о' or 'я' => 'а',
        'у' or 'ю' => 'у',
        'е' or 'и' or 'э' or 'ы' => 'и',
        'б' => 'п',
        'в' => 'ф',
        'г' => 'к',
        'д' => 'т',
        'ж' => 'ш',
        'з' => 'с',
        'щ' or 'ч' => 'ч',
        _ => letter,
    };
}
