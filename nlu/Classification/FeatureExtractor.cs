namespace VoiceMed.Nlu.Classification;

/// <summary>
/// Makes hashed features of words: word n-grams, pairs with a gap, and character n-grams that know the word's ends.
/// 64-bit FNV-1a hashes, so that collisions do not occur in practice. Immutable and thread-safe.
/// </summary>
public sealed class FeatureExtractor(FeatureOptions options)
{
    /// <summary>Feature groups are weighted and normalised apart: words (0) and characters (1).</summary>
    public const int Groups = 2;

    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    /// <summary>Adds the features of <paramref name="words"/> with their group.</summary>
    /// <param name="words">Normalised words; may hold any text.</param>
    /// <param name="add">Called for each occurrence with the feature's hash and group.</param>
    public void Extract(IReadOnlyList<string> words, Action<ulong, int> add)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(add);
        Span<ulong> hashes = words.Count <= 128 ? stackalloc ulong[words.Count] : new ulong[words.Count];
        for (var i = 0; i < words.Count; i++)
            hashes[i] = Hash(Basis, words[i].AsSpan(0, Math.Min(words[i].Length, options.WordLetters)));
        for (var i = 0; i < words.Count; i++)
        {
            var gram = Basis ^ 0x77;
            for (var n = 0; n < options.WordNgrams && i + n < words.Count; n++)
            {
                gram = Mix(gram, hashes[i + n]);
                add(gram, 0);
            }

            if (options.SkipGrams && i + 2 < words.Count)
                add(Mix(Mix(Basis ^ 0x5151, hashes[i]), hashes[i + 2]), 0);
            if (options.MaximumCharacters > 0)
                Characters(words[i], add);
        }

        if (options.WordNgrams > 1 && words.Count > 0)
        {
            add(Mix(Basis ^ 0x1111, hashes[0]), 0);
            add(Mix(Basis ^ 0x2222, hashes[^1]), 0);
        }
    }

    /// <summary>A hash of <paramref name="text"/> that other features can be built from.</summary>
    public static ulong Hash(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Hash(Basis, text);
    }

    private void Characters(string word, Action<ulong, int> add)
    {
        for (var start = -1; start < word.Length; start++)
        {
            var hash = Basis ^ 0xC0C0;
            for (var n = 0; n < options.MaximumCharacters && start + n <= word.Length; n++)
            {
                var at = start + n;
                hash = (hash ^ (at < 0 || at == word.Length ? ' ' : word[at])) * Prime;
                if (n + 1 >= options.MinimumCharacters)
                    add(hash, 1);
            }
        }
    }

    private static ulong Hash(ulong hash, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            hash = (hash ^ c) * Prime;
        return hash;
    }

    private static ulong Mix(ulong left, ulong right)
    {
        var mixed = (left ^ (right + 0x9E3779B97F4A7C15 + (left << 6) + (left >> 2))) * Prime;
        return mixed ^ (mixed >> 29);
    }
}
