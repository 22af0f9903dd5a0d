namespace VoiceMed.Nlu.Language.Grammar;

/// <summary>The gender a Russian numeral, adjective or name agrees in.</summary>
public enum GrammaticalGender
{
    /// <summary>"один", "первый", "Иванов".</summary>
    Masculine,

    /// <summary>"одна", "первая", "Иванова".</summary>
    Feminine,

    /// <summary>"одно", "первое".</summary>
    Neuter,
}
