using VoiceMed.Auth.Trust;

namespace VoiceMed.Auth.Policy;

/// <summary>What is to be done with a request, and why. Immutable.</summary>
/// <param name="Verdict">What to do.</param>
/// <param name="Reason">Why, for programs.</param>
/// <param name="TextRu">Why, in Russian, fit to be said aloud.</param>
/// <param name="TextEn">Why, in English, fit to be said aloud.</param>
public sealed record Decision(Verdict Verdict, ReasonCode Reason, string TextRu, string TextEn)
{
    /// <summary>The factors any one of which would help; empty unless a challenge is asked for.</summary>
    public IReadOnlyList<SecondFactor> Factors { get; init; } = [];

    /// <summary>The values compared, for the log: what was needed and what there was.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The reason in a language, <c>ru</c> or <c>en</c>.</summary>
    public string Text(string language) => language == "ru" ? TextRu : TextEn;
}
