using VoiceMed.Nlu.Language;
using VoiceMed.Nlu.Packs.LanguageFiles;
using VoiceMed.Nlu.Packs.Linking;
using VoiceMed.Nlu.Packs.Lists;
using VoiceMed.Nlu.Templates;

namespace VoiceMed.Nlu.Gazetteers;

/// <summary>Makes the gazetteers of one language from the packs' lists and the host's values.</summary>
internal static class GazetteerCompiler
{
    /// <summary>The list whose values are people's names.</summary>
    public const string Persons = "person";

    private const int MaximumVariants = 200;

    public static Dictionary<string, Gazetteer> Compile(PackSet set, LinkedLanguage language, IDynamicListSource? source) =>
        set.Lists.Values.ToDictionary(l => l.Name, l => Compile(l.Name, l.Dynamic, language, source), StringComparer.Ordinal);

    /// <summary>The same gazetteers, the dynamic ones anew.</summary>
    public static Dictionary<string, Gazetteer> Refresh(
        IReadOnlyDictionary<string, Gazetteer> before, PackSet set, LinkedLanguage language, IDynamicListSource? source) =>
        set.Lists.Values.ToDictionary(l => l.Name, l => l.Dynamic ? Compile(l.Name, true, language, source) : before[l.Name], StringComparer.Ordinal);

    private static Gazetteer Compile(string list, bool dynamic, LinkedLanguage language, IDynamicListSource? source)
    {
        if (dynamic && source?.Values(list, language.Language.Code) is { } values)
            return new Gazetteer(language.Language, values.SelectMany(v => v.Forms.SelectMany(f => Variants(list, f, language.Language)).Select(w => (v.Value, w))));
        var written = language.Lists.TryGetValue(list, out var known) ? known : [];
        return new Gazetteer(language.Language, written.SelectMany(v => v.Forms.SelectMany(f => Variants(list, f, language.Language)).Select(w => (v.Value, w))));
    }

    private static IEnumerable<IReadOnlyList<GazetteerWord>> Variants(string list, SentenceTemplate form, ILanguage language) =>
        list == Persons
            ? Variants(list, form.Text, language)
            : TemplateExpander.Words(form.Node).Take(MaximumVariants).Select(words => (IReadOnlyList<GazetteerWord>)[.. words.Select(w => new GazetteerWord(w.Text, w.Inflected))]);

    private static IEnumerable<IReadOnlyList<GazetteerWord>> Variants(string list, string form, ILanguage language)
    {
        var words = TextNormalizer.Words(form);
        var variants = list == Persons ? PersonNames.Variants(words, language.Code) : [words];
        return variants.Select(v => (IReadOnlyList<GazetteerWord>)[.. v.Select(w => new GazetteerWord(w, !char.IsDigit(w[0])))]);
    }
}
