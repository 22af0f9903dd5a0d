using System.Diagnostics.CodeAnalysis;

namespace VoiceMed.Nlu.Language.Grammar;

/// <summary>Compares words ignoring case and the difference between "ё" and "е", which few people and no recogniser keep apart.</summary>
/// <remarks>Also compares spans, so that lookups of word parts allocate nothing. Immutable and thread-safe.</remarks>
public sealed class YoInsensitiveComparer : IEqualityComparer<string>, IAlternateEqualityComparer<ReadOnlySpan<char>, string>
{
    /// <summary>The shared instance.</summary>
    public static YoInsensitiveComparer Instance { get; } = new();

    /// <summary>The letter both spellings are compared as: lower case, "е" for "ё".</summary>
    /// <param name="letter">Any character.</param>
    /// <returns>The folded character.</returns>
    public static char Fold(char letter)
    {
        var lower = char.ToLowerInvariant(letter);
        return lower == 'ё' ? 'е' : lower;
    }

    /// <summary>The word with every character folded; the same instance when nothing changes.</summary>
    /// <param name="word">Any text.</param>
    /// <returns>The folded text.</returns>
    public static string Fold(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        foreach (var letter in word)
        {
            if (Fold(letter) != letter)
                return string.Create(word.Length, word, FoldInto);
        }

        return word;
    }

    private static void FoldInto(Span<char> folded, string word)
    {
        for (var i = 0; i < folded.Length; i++)
            folded[i] = Fold(word[i]);
    }

    /// <inheritdoc/>
    public bool Equals(string? x, string? y) =>
        ReferenceEquals(x, y) || (x is not null && y is not null && Equals(x.AsSpan(), y));

    /// <inheritdoc/>
    public bool Equals(ReadOnlySpan<char> alternate, string other)
    {
        if (other is null || alternate.Length != other.Length)
            return false;
        for (var i = 0; i < alternate.Length; i++)
        {
            if (Fold(alternate[i]) != Fold(other[i]))
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public int GetHashCode([DisallowNull] string obj) => GetHashCode(obj.AsSpan());

    /// <inheritdoc/>
    public int GetHashCode(ReadOnlySpan<char> alternate)
    {
        var hash = 17;
        foreach (var letter in alternate)
            hash = unchecked((hash * 31) + Fold(letter));
        return hash;
    }

    /// <inheritdoc/>
    public string Create(ReadOnlySpan<char> alternate) => alternate.ToString();
}
