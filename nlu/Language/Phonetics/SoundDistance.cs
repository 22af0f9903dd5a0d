namespace VoiceMed.Nlu.Language.Phonetics;

/// <summary>Edit distance between two sequences of sounds, where related sounds cost less to exchange.</summary>
/// <remarks>Source: Wagner and Fischer, The String-to-String Correction Problem, 1974, with weights. Pure; allocates nothing for words.</remarks>
internal static class SoundDistance
{
    /// <summary>Longer inputs are compared by their beginning only; no word is that long.</summary>
    private const int LongestWord = 64;

    private const float VowelIndel = 0.6f;
    private const float ConsonantIndel = 1f;
    private const float VowelForVowel = 0.4f;
    private const float RelatedConsonant = 0.35f;

    /// <summary>The distance over the longer length: 0 to 1.</summary>
    public static double Normalized(ReadOnlySpan<char> left, ReadOnlySpan<char> right, string vowels, string[] families)
    {
        left = left.Length > LongestWord ? left[..LongestWord] : left;
        right = right.Length > LongestWord ? right[..LongestWord] : right;
        if (left.SequenceEqual(right))
            return 0;
        if (left.IsEmpty || right.IsEmpty)
            return 1;
        Span<float> previous = stackalloc float[right.Length + 1];
        Span<float> current = stackalloc float[right.Length + 1];
        for (var j = 0; j < right.Length; j++)
            previous[j + 1] = previous[j] + Indel(right[j], vowels);
        for (var i = 0; i < left.Length; i++)
        {
            var deletion = Indel(left[i], vowels);
            current[0] = previous[0] + deletion;
            for (var j = 0; j < right.Length; j++)
            {
                var exchange = previous[j] + Exchange(left[i], right[j], vowels, families);
                current[j + 1] = Math.Min(exchange, Math.Min(previous[j + 1] + deletion, current[j] + Indel(right[j], vowels)));
            }

            var swap = previous;
            previous = current;
            current = swap;
        }

        return Math.Min(1, previous[right.Length] / Math.Max(left.Length, right.Length));
    }

    private static float Indel(char sound, string vowels) => vowels.Contains(sound) ? VowelIndel : ConsonantIndel;

    private static float Exchange(char left, char right, string vowels, string[] families)
    {
        if (left == right)
            return 0;
        if (vowels.Contains(left) && vowels.Contains(right))
            return VowelForVowel;
        foreach (var family in families)
        {
            if (family.Contains(left) && family.Contains(right))
                return RelatedConsonant;
        }

        return 1;
    }
}
