namespace VoiceMed.Nlu.Language.Grammar;

/// <summary>The six cases of Russian.</summary>
public enum GrammaticalCase
{
    /// <summary>Who, what: "больница".</summary>
    Nominative,

    /// <summary>Of whom, of what: "больницы".</summary>
    Genitive,

    /// <summary>To whom, to what: "больнице".</summary>
    Dative,

    /// <summary>The direct object: "больницу".</summary>
    Accusative,

    /// <summary>By whom, with what: "больницей".</summary>
    Instrumental,

    /// <summary>After "в", "на", "о": "больнице".</summary>
    Prepositional,
}
