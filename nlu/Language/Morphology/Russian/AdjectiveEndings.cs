namespace VoiceMed.Nlu.Language.Morphology.Russian;

/// <summary>One paradigm of adjective endings, each array in the order of <see cref="GrammaticalCase"/>.</summary>
/// <remarks>The masculine nominative is the lemma's own; the accusative entries of masculine, neuter and plural are the nominative's.</remarks>
internal sealed record AdjectiveEndings(string[] Masculine, string[] Feminine, string[] Neuter, string[] Plural)
{
    /// <summary>"новый", "второй".</summary>
    public static AdjectiveEndings Hard { get; } = Create(
        "_ ого ому _ ым ом", "ая ой ой ую ой ой", "ое ого ому ое ым ом", "ые ых ым ые ыми ых");

    /// <summary>"городской", "высокий", "большой": hard with "и" for "ы".</summary>
    public static AdjectiveEndings Velar { get; } = Create(
        "_ ого ому _ им ом", "ая ой ой ую ой ой", "ое ого ому ое им ом", "ие их им ие ими их");

    /// <summary>"общий", "текущий".</summary>
    public static AdjectiveEndings Sibilant { get; } = Create(
        "_ его ему _ им ем", "ая ей ей ую ей ей", "ее его ему ее им ем", "ие их им ие ими их");

    /// <summary>"последний".</summary>
    public static AdjectiveEndings Soft { get; } = Create(
        "_ его ему _ им ем", "яя ей ей юю ей ей", "ее его ему ее им ем", "ие их им ие ими их");

    /// <summary>"третий".</summary>
    public static AdjectiveEndings Possessive { get; } = Create(
        "_ ьего ьему _ ьим ьем", "ья ьей ьей ью ьей ьей", "ье ьего ьему ье ьим ьем", "ьи ьих ьим ьи ьими ьих");

    private static AdjectiveEndings Create(string masculine, string feminine, string neuter, string plural) =>
        new(Split(masculine), Split(feminine), Split(neuter), Split(plural));

    private static string[] Split(string endings) =>
        [.. endings.Split(' ').Select(static ending => ending == "_" ? "" : ending)];
}
