namespace VoiceMed.Nlu.Language.Grammar;

/// <summary>The form of a noun a count asks for (Unicode CLDR plural rules for integers).</summary>
public enum PluralCategory
{
    /// <summary>1, and in Russian also 21, 31, ...: "1 посещение", "1 visit".</summary>
    One,

    /// <summary>Russian only: 2-4, 22-24, ...: "2 посещения".</summary>
    Few,

    /// <summary>The rest: "5 посещений", "0 visits".</summary>
    Many,
}
