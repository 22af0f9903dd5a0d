namespace VoiceMed.Nlu.Language;

/// <summary>The codes of the languages the assistant speaks (ISO 639-1).</summary>
public static class LanguageCode
{
    /// <summary>Russian.</summary>
    public const string Russian = "ru";

    /// <summary>English.</summary>
    public const string English = "en";

    /// <summary>Tells the two languages apart.</summary>
    /// <param name="language">"ru" or "en".</param>
    /// <returns><see langword="true"/> for Russian, <see langword="false"/> for English.</returns>
    /// <exception cref="ArgumentException">The language is neither.</exception>
    public static bool IsRussian(string language) => language switch
    {
        Russian => true,
        English => false,
        _ => throw new ArgumentException($"language '{language}' is not supported; use \"ru\" or \"en\"", nameof(language)),
    };
}
