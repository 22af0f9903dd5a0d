using System.Collections.Frozen;

namespace VoiceMed.Nlu.Language.Morphology.Russian;

/// <summary>The forms of a verb that determine the others.</summary>
/// <param name="I">First person singular: "покажу".</param>
/// <param name="Thou">Second person singular: "покажешь".</param>
/// <param name="They">Third person plural: "покажут".</param>
/// <param name="Imperatives">Possible imperatives: "покажи"; where stress decides, both.</param>
/// <param name="PastMasculine">"нашел", or null when regular.</param>
/// <param name="PastFeminine">"нашла", or null when regular.</param>
internal sealed record PrincipalParts(
    string I, string Thou, string They, IReadOnlyList<string> Imperatives, string? PastMasculine = null, string? PastFeminine = null)
{
    private const string Vowels = "аеиоуыэюя";

    /// <summary>What may stand before a verb of the table: "листать" is not "ли" and "стать".</summary>
    private static readonly FrozenSet<string> Prefixes =
        "|в|во|вы|до|за|из|ис|изо|на|не|недо|о|об|обо|от|ото|пере|по|под|подо|пред|при|про|раз|рас|разо|с|со|у|вз|вос|воз"
        .Split('|').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The parts of a verb: from the table when it ends like one there, else by the ending of the infinitive.</summary>
    public static PrincipalParts Of(string infinitive, string[][] irregular)
    {
        foreach (var verb in irregular)
        {
            if (infinitive.EndsWith(verb[0], StringComparison.Ordinal) && Prefixes.Contains(infinitive[..^verb[0].Length]))
                return FromTable(infinitive[..^verb[0].Length], verb);
        }

        var stem = infinitive[..^2];
        if (infinitive.EndsWith("овать", StringComparison.Ordinal))
            return Regular(infinitive[..^5] + 'у');
        if (infinitive.EndsWith("нуть", StringComparison.Ordinal))
            return new PrincipalParts(stem, stem[..^1] + "ешь", stem + 'т', [stem[..^1] + 'и', stem[..^1] + 'ь']);
        if (infinitive.EndsWith("ить", StringComparison.Ordinal))
            return SecondConjugation(stem[..^1]);
        return Regular(stem);
    }

    private static PrincipalParts FromTable(string prefix, string[] verb) => new(
        prefix + verb[1],
        prefix + verb[2],
        prefix + verb[3],
        verb[4] == "-" ? [] : [prefix + verb[4]],
        verb.Length > 5 ? prefix + verb[5] : null,
        verb.Length > 6 ? prefix + verb[6] : null);

    private static PrincipalParts Regular(string stem) => new(stem + 'ю', stem + "ешь", stem + "ют", [stem + 'й']);

    private static PrincipalParts SecondConjugation(string stem)
    {
        var sibilant = stem[^1] is 'ж' or 'ш' or 'ч' or 'щ';
        var vowel = Vowels.Contains(stem[^1]);
        return new PrincipalParts(
            Mutate(stem) + (sibilant || Mutate(stem)[^1] is 'ж' or 'ш' or 'ч' or 'щ' ? 'у' : 'ю'),
            stem + "ишь",
            stem + (sibilant ? "ат" : "ят"),
            vowel ? [stem + 'й', stem + 'и'] : [stem + 'и', stem + 'ь']);
    }

    /// <summary>The consonant change of the first person: "отправить", "отправлю".</summary>
    private static string Mutate(string stem)
    {
        if (stem.EndsWith("ст", StringComparison.Ordinal))
            return stem[..^2] + 'щ';
        return stem[^1] switch
        {
            'б' or 'п' or 'в' or 'м' or 'ф' => stem + 'л',
            'д' or 'з' => stem[..^1] + 'ж',
            'т' => stem[..^1] + 'ч',
            'с' => stem[..^1] + 'ш',
            _ => stem,
        };
    }
}
