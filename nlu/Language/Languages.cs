namespace VoiceMed.Nlu.Language;

/// <summary>The languages the engine knows, by code. Immutable and thread-safe.</summary>
public sealed class Languages
{
    private readonly Dictionary<string, ILanguage> _byCode;

    /// <summary>A set of languages; the first is the default.</summary>
    /// <exception cref="ArgumentException">Two languages have the same code.</exception>
    public Languages(IEnumerable<ILanguage> languages)
    {
        All = [.. languages];
        _byCode = All.ToDictionary(l => l.Code, StringComparer.Ordinal);
    }

    /// <summary>All languages, in the order given.</summary>
    public IReadOnlyList<ILanguage> All { get; }

    /// <summary>The language of <paramref name="code"/>, or null when it is not known.</summary>
    public ILanguage? Find(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>Russian and English.</summary>
    public static Languages Default { get; } = new([new RussianLanguage(), new EnglishLanguage()]);
}
