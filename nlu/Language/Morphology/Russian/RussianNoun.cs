using System.Buffers;
using VoiceMed.Nlu.Language.Grammar;

namespace VoiceMed.Nlu.Language.Morphology.Russian;

/// <summary>Declines Russian nouns by their ending, with a list of exceptions.</summary>
/// <remarks>
/// Source of the paradigms: Zaliznyak's noun types 1-8. Stress is not known, so a rare word may get the wrong one of "-ом" and "-ем"
/// after a sibilant. Pure and thread-safe; "ё" is treated as "е".
/// </remarks>
internal static class RussianNoun
{
    private const string Vowels = "аеиоуыэюя";

    private static readonly SearchValues<char> VowelSet = SearchValues.Create(Vowels);

    /// <summary>All forms of a noun.</summary>
    /// <param name="lemma">Nominative singular (plural for words without one), lower case, "е" for "ё".</param>
    public static NounParadigm Decline(string lemma)
    {
        if (NounExceptions.Irregular.TryGetValue(lemma, out var irregular))
            return new NounParadigm(irregular.Singular.Split(' '), irregular.Plural.Split(' '), GenderOf(lemma));
        if (IsIndeclinable(lemma))
            return NounParadigm.Indeclinable(lemma, GrammaticalGender.Neuter);
        return lemma[^1] switch
        {
            'а' or 'я' => FirstDeclension(lemma),
            'о' or 'е' => NeuterDeclension(lemma),
            'ь' when GenderOf(lemma) == GrammaticalGender.Feminine => ThirdDeclension(lemma),
            'ы' or 'и' => PluralOnly(lemma),
            _ => SecondDeclension(lemma),
        };
    }

    /// <summary>The gender by ending and exceptions.</summary>
    public static GrammaticalGender GenderOf(string lemma) => lemma switch
    {
        "время" or "имя" => GrammaticalGender.Neuter,
        "мужчина" or "дедушка" or "папа" or "судья" => GrammaticalGender.Masculine,
        _ => lemma[^1] switch
        {
            'а' or 'я' => GrammaticalGender.Feminine,
            'о' or 'е' => GrammaticalGender.Neuter,
            'ь' when !NounExceptions.MasculineSoft.Contains(lemma) && (NounExceptions.FeminineSoft.Contains(lemma)
                || !(lemma.EndsWith("тель", StringComparison.Ordinal) || lemma.EndsWith("арь", StringComparison.Ordinal))) =>
                GrammaticalGender.Feminine,
            _ => GrammaticalGender.Masculine,
        },
    };

    private static bool IsIndeclinable(string lemma) =>
        lemma.Length < 3 || NounExceptions.Indeclinable.Contains(lemma) || lemma[^1] is 'у' or 'ю' or 'э'
        || !lemma.AsSpan().ContainsAny(VowelSet);

    private static NounParadigm FirstDeclension(string lemma)
    {
        var stem = lemma[..^1];
        var soft = lemma[^1] == 'я';
        var iotated = soft && stem[^1] == 'и';
        var genitive = soft || IsVelarOrSibilant(stem[^1]) ? "и" : "ы";
        var dative = iotated ? "и" : "е";
        var instrumental = soft || stem[^1] is 'ж' or 'ш' or 'ч' or 'щ' or 'ц' ? "ей" : "ой";
        string[] singular = [lemma, stem + genitive, stem + dative, stem + (soft ? 'ю' : 'у'), stem + instrumental, stem + dative];
        var genitivePlural = NounExceptions.GenitivePlural.GetValueOrDefault(lemma) ?? WithoutEnding(stem, soft);
        return new NounParadigm(singular, PluralForms(stem, genitive, genitivePlural, soft, IsAnimateFeminine(lemma)), GenderOf(lemma));
    }

    private static NounParadigm NeuterDeclension(string lemma)
    {
        var stem = lemma[..^1];
        var soft = lemma[^1] == 'е' && stem[^1] is not ('ж' or 'ш' or 'ч' or 'щ' or 'ц');
        var prepositional = stem[^1] == 'и' ? "и" : "е";
        string[] singular =
        [
            lemma, stem + (soft ? 'я' : 'а'), stem + (soft ? 'ю' : 'у'), lemma, lemma + 'м', stem + prepositional,
        ];
        var genitivePlural = NounExceptions.GenitivePlural.GetValueOrDefault(lemma)
            ?? (stem[^1] == 'и' ? stem + 'й' : soft ? stem + "ей" : WithoutEnding(stem, soft: false));
        return new NounParadigm(singular, PluralForms(stem, soft ? "я" : "а", genitivePlural, soft, animate: false), GrammaticalGender.Neuter);
    }

    private static NounParadigm ThirdDeclension(string lemma)
    {
        var stem = lemma[..^1];
        string[] singular = [lemma, stem + 'и', stem + 'и', lemma, lemma + 'ю', stem + 'и'];
        var sibilant = stem[^1] is 'ж' or 'ш' or 'ч' or 'щ';
        return new NounParadigm(
            singular, PluralForms(stem, "и", stem + "ей", soft: !sibilant, animate: false), GrammaticalGender.Feminine);
    }

    private static NounParadigm SecondDeclension(string lemma)
    {
        var animate = NounExceptions.Animate.Contains(lemma) || lemma.EndsWith("вич", StringComparison.Ordinal);
        var soft = lemma[^1] is 'ь' or 'й';
        var stem = ObliqueStem(lemma);
        var last = stem[^1];
        var genitive = stem + (soft ? 'я' : 'а');
        var instrumental = soft || (last is 'ж' or 'ш' or 'ч' or 'щ' or 'ц' && !NounExceptions.StressedEnding.Contains(lemma)) ? "ем" : "ом";
        var prepositional = soft && last == 'и' ? "и" : "е";
        string[] singular =
            [lemma, genitive, stem + (soft ? 'ю' : 'у'), animate ? genitive : lemma, stem + instrumental, stem + prepositional];
        var nominativePlural = NounExceptions.PluralInA.Contains(lemma) ? (soft ? "я" : "а") : soft || IsVelarOrSibilant(last) ? "и" : "ы";
        var genitivePlural = NounExceptions.GenitivePlural.GetValueOrDefault(lemma) ?? stem + (lemma[^1], last) switch
        {
            ('й', _) => "ев",
            ('ь', _) or (_, 'ж' or 'ш' or 'ч' or 'щ') => "ей",
            (_, 'ц') when !NounExceptions.StressedEnding.Contains(lemma) => "ев",
            _ => "ов",
        };
        return new NounParadigm(singular, PluralForms(stem, nominativePlural, genitivePlural, soft, animate), GrammaticalGender.Masculine);
    }

    private static NounParadigm PluralOnly(string lemma)
    {
        var stem = lemma[..^1];
        var plural = PluralForms(stem, lemma[^1..], stem + "ов", soft: lemma[^1] == 'и' && !IsVelarOrSibilant(stem[^1]), animate: false);
        return new NounParadigm(plural, plural, GrammaticalGender.Masculine);
    }

    private static string[] PluralForms(string stem, string nominativeEnding, string genitive, bool soft, bool animate)
    {
        var vowel = soft ? 'я' : 'а';
        var nominative = stem + nominativeEnding;
        return [nominative, genitive, stem + vowel + 'м', animate ? genitive : nominative, stem + vowel + "ми", stem + vowel + 'х'];
    }

    private static string ObliqueStem(string lemma)
    {
        if (NounExceptions.Fleeting.TryGetValue(lemma, out var fleeting))
            return fleeting;
        if (lemma[^1] is 'ь' or 'й')
            return lemma[..^1];
        if (lemma.Length > 4 && lemma.EndsWith("ок", StringComparison.Ordinal) && !NounExceptions.SteadyOk.Contains(lemma))
            return lemma[..^2] + 'к';
        if (lemma.Length > 4 && lemma.EndsWith("ец", StringComparison.Ordinal))
            return lemma[..^2] + (Vowels.Contains(lemma[^3]) ? "йц" : lemma[^3] == 'л' ? "ьц" : "ц");
        return lemma;
    }

    /// <summary>The genitive plural of "карта", "таблетка", "койка", "неделя", "операция".</summary>
    private static string WithoutEnding(string stem, bool soft)
    {
        if (soft)
            return Vowels.Contains(stem[^1]) ? stem + 'й' : stem[^1] == 'ь' ? stem[..^1] + "ей" : stem + 'ь';
        if (stem.Length < 3 || stem[^1] is not ('к' or 'ц') || Vowels.Contains(stem[^2]))
            return stem;
        return stem[^2] switch
        {
            'й' or 'ь' => stem[..^2] + 'е' + stem[^1],
            'ж' or 'ш' or 'ч' or 'ц' => stem[..^1] + 'е' + stem[^1],
            _ when stem[^1] == 'ц' => stem,
            _ => stem[..^1] + 'о' + stem[^1],
        };
    }

    private static bool IsAnimateFeminine(string lemma) => lemma is "пациентка" or "медсестра" or "сестра" or "жена" or "больная";

    private static bool IsVelarOrSibilant(char letter) => letter is 'г' or 'к' or 'х' or 'ж' or 'ш' or 'ч' or 'щ';
}
