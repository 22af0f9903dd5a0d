namespace VoiceMed.Nlu.Language.Grammar;

/// <summary>Singular or plural.</summary>
public enum GrammaticalNumber
{
    /// <summary>One: "посещение".</summary>
    Singular,

    /// <summary>More than one: "посещения".</summary>
    Plural,
}
