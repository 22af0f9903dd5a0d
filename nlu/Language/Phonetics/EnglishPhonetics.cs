namespace VoiceMed.Nlu.Language.Phonetics;

/// <summary>English sounds, spelt by one letter each: "ph" is f, "ck" is k, silent letters go, vowels merge into three.</summary>
/// <remarks>A simplification of Philips's Metaphone (Computer Language, 1990) that keeps vowels, for comparing by distance. Thread-safe.</remarks>
public sealed class EnglishPhonetics : IPhonetics
{
    private const int LongestWord = 64;
    private const string Vowels = "aiu";

    private static readonly string[] Families = ["pb", "td", "kg", "sz", "fv", "mn", "lr", "Sj", "Ss", "tT", "fT"];

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
        for (var i = 0; i < word.Length && length < sounds.Length;)
        {
            var (sound, letters) = Next(word[i..], i == 0);
            i += letters;
            if (sound != '\0' && (length == 0 || sounds[length - 1] != sound))
                sounds[length++] = sound;
        }

        return length;
    }

    /// <summary>The sound at the beginning of the rest of a word, NUL when silent, and how many letters spell it.</summary>
    private static (char Sound, int Letters) Next(ReadOnlySpan<char> rest, bool initial) => rest switch
    {
        ['k', 'n', ..] or ['g', 'n', ..] or ['w', 'r', ..] or ['p', 's', ..] when initial => (Consonant(rest[1]), 2),
        ['p', 'h', ..] => ('f', 2),
        ['g', 'h', ..] => (initial ? 'g' : '\0', 2),
        ['t', 'h', ..] => ('T', 2),
        ['s', 'h', ..] => ('S', 2),
        ['s', 'c', 'h', ..] => ('S', 3),
        ['t', 'c', 'h', ..] => ('S', 3),
        ['c', 'h', ..] => ('S', 2),
        ['t', 'i', 'o', ..] or ['s', 'i', 'o', ..] => ('S', 2),
        ['c', 'k', ..] or ['q', 'u', ..] => ('k', 2),
        ['c', 'e' or 'i' or 'y', ..] => ('s', 1),
        ['g', 'e' or 'i' or 'y', ..] => ('j', 1),
        ['e' or '\'' or '-' or ' '] => ('\0', 1),
        ['e' or 'i' or 'y' or 'a' or 'o' or 'u', 'w' or 'y', ..] => (Vowel(rest[0]), 2),
        ['a' or 'e' or 'i' or 'o' or 'u' or 'y', ..] => (Vowel(rest[0]), 1),
        ['h' or '\'' or '-' or ' ', ..] when !initial => ('\0', 1),
        _ => (Consonant(rest[0]), 1),
    };

    private static char Vowel(char letter) => letter switch
    {
        'e' or 'i' or 'y' => 'i',
        'a' => 'a',
        _ => 'u',
    };

    private static char Consonant(char letter) => char.ToLowerInvariant(letter) switch
    {
        'c' or 'q' or 'x' => 'k',
        'z' => 's',
        var other => other,
    };
}
