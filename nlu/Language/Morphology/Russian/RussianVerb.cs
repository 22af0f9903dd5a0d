namespace VoiceMed.Nlu.Language.Morphology.Russian;

/// <summary>Conjugates Russian verbs from the infinitive, by rule and a table of the irregular ones.</summary>
/// <remarks>
/// Gives infinitive, present or simple future, past, imperative and the past passive participle, also of reflexive verbs. Source of the
/// classes: Zaliznyak's verb types. Pure and thread-safe; "ё" is treated as "е".
/// </remarks>
internal static class RussianVerb
{
    private static readonly string[][] Irregular = ReadIrregular();

    /// <summary>Whether a word ends like an infinitive and is not a noun that does.</summary>
    public static bool IsInfinitive(string word)
    {
        if (word.EndsWith("ся", StringComparison.Ordinal) || word.EndsWith("сь", StringComparison.Ordinal))
            word = word[..^2];
        return word.Length >= 4 && !word.EndsWith("ость", StringComparison.Ordinal) && !NounExceptions.NotVerbs.Contains(word)
            && (word.EndsWith("ть", StringComparison.Ordinal) || word.EndsWith("ти", StringComparison.Ordinal)
                || word.EndsWith("чь", StringComparison.Ordinal));
    }

    /// <summary>All forms of a verb.</summary>
    /// <param name="infinitive">The infinitive, lower case, "е" for "ё".</param>
    public static HashSet<string> Forms(string infinitive)
    {
        var reflexive = infinitive.EndsWith("ться", StringComparison.Ordinal) || infinitive.EndsWith("тись", StringComparison.Ordinal)
            || infinitive.EndsWith("чься", StringComparison.Ordinal);
        var plain = reflexive ? infinitive[..^2] : infinitive;
        var forms = new HashSet<string>(StringComparer.Ordinal) { plain };
        var parts = PrincipalParts.Of(plain, Irregular);
        AddFinite(forms, plain, parts);
        AddPast(forms, plain, parts);
        if (!reflexive)
        {
            AddPassiveParticiple(forms, plain, parts);
            return forms;
        }

        return [.. forms.Select(static form => form + ("аеиоуыэюя".Contains(form[^1]) ? "сь" : "ся"))];
    }

    private static void AddFinite(HashSet<string> forms, string infinitive, PrincipalParts parts)
    {
        forms.UnionWith([parts.I, parts.Thou, parts.They]);
        var stem = parts.Thou[..^2];
        if (!stem.EndsWith("да", StringComparison.Ordinal))
            forms.UnionWith([stem + 'т', stem + 'м', stem + "те"]);
        if (infinitive.EndsWith("дать", StringComparison.Ordinal) && parts.Thou.EndsWith("дашь", StringComparison.Ordinal))
            forms.UnionWith([stem + "ст", stem + "дим", stem + "дите"]);
        if (infinitive.EndsWith("хотеть", StringComparison.Ordinal))
            forms.UnionWith([infinitive[..^3] + "им", infinitive[..^3] + "ите"]);
        foreach (var imperative in parts.Imperatives)
            forms.UnionWith([imperative, imperative + "те"]);
    }

    private static void AddPast(HashSet<string> forms, string infinitive, PrincipalParts parts)
    {
        var stem = parts.PastFeminine is { } feminine ? feminine[..^1] : infinitive[..^2] + 'л';
        forms.UnionWith([parts.PastMasculine ?? stem, stem + 'а', stem + 'о', stem + 'и']);
    }

    private static void AddPassiveParticiple(HashSet<string> forms, string infinitive, PrincipalParts parts)
    {
        var stem = infinitive switch
        {
            _ when EndsWithAny(infinitive, "нять", "взять", "начать", "нуть", "ыть", "бить", "пить", "лить", "шить") => infinitive[..^1],
            _ when EndsWithAny(infinitive, "ать", "ять") => infinitive[..^2] + 'н',
            _ when EndsWithAny(infinitive, "ить", "еть", "ти") => parts.I[..^1] + "ен",
            _ => null,
        };
        if (stem is null)
            return;
        AddParticiple(forms, stem);
        if (infinitive.EndsWith("дить", StringComparison.Ordinal))
            AddParticiple(forms, infinitive[..^4] + "жден");
    }

    private static void AddParticiple(HashSet<string> forms, string stem)
    {
        forms.UnionWith([stem, stem + 'а', stem + 'о', stem + 'ы']);
        forms.UnionWith(RussianAdjective.Forms(stem + (stem[^1] == 'н' ? "ный" : "ый")));
    }

    private static bool EndsWithAny(string word, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static string[][] ReadIrregular()
    {
        var lines = EmbeddedText.ReadLines("verbs.txt");
        return [.. lines.Select(static line => line.Split(' ')).OrderByDescending(static verb => verb[0].Length)];
    }
}
