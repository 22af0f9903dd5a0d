using VoiceMed.Nlu.Language;
using VoiceMed.Nlu.Packs;
using VoiceMed.Nlu.Packs.Contracts;
using VoiceMed.Nlu.Packs.LanguageFiles;
using VoiceMed.Nlu.Parsing;
using VoiceMed.Nlu.Sampling;
using VoiceMed.Nlu.Templates;

namespace VoiceMed.Nlu.Checking;

/// <summary>Warns of what is no error and still goes wrong at the bedside.</summary>
public static class PackLint
{
    private const int SamplesASentence = 100;
    private const double AlikeDistance = 0.12;

    /// <summary>All warnings for one language, in order of file and line.</summary>
    /// <param name="intents">The packs.</param>
    /// <param name="language">The language.</param>
    /// <param name="vocabulary">The words the recognition model knows, normalised or not; null leaves words unchecked.</param>
    public static IReadOnlyList<PackMessage> Check(IntentSet intents, string language, IReadOnlySet<string>? vocabulary)
    {
        ArgumentNullException.ThrowIfNull(intents);
        var engine = intents.Parser(language).Engine;
        var messages = new List<PackMessage>();
        if (vocabulary is not null)
        {
            var expected = engine.Linked.Unheard.Select(w => TextNormalizer.Normalize(w.Text)).ToHashSet(StringComparer.Ordinal);
            messages.AddRange(MissingWords(intents, language, vocabulary).Where(w => !expected.Contains(w.Text)).Select(w => new PackMessage(
                w.Position, PackMessageCode.UnknownWord, $"the recognition model does not know '{w.Text}': it will never be heard; word it differently, or list it under 'unheard' with a reason", PackMessageSeverity.Warning)));
        }

        var used = Used(engine).Select(w => w.Text).ToHashSet(StringComparer.Ordinal);
        messages.AddRange(engine.Linked.Unheard.Where(w => !used.Contains(TextNormalizer.Normalize(w.Text))).Select(w => new PackMessage(
            w.Position, PackMessageCode.UnusedWord, $"'{w.Text}' is listed under 'unheard', and no sentence uses it", PackMessageSeverity.Warning)));
        messages.AddRange(SharedSentences(engine));
        messages.AddRange(SoundsAlike(engine));
        return [.. messages.OrderBy(m => m.Position.File, StringComparer.Ordinal).ThenBy(m => m.Position.Line).ThenBy(m => m.Position.Column)];
    }

    /// <summary>Every word of the packs that the model does not know, each once, with the first place it stands at; an inflected word counts as known when one of its forms is.</summary>
    public static IReadOnlyList<Utterance> MissingWords(IntentSet intents, string language, IReadOnlySet<string> vocabulary)
    {
        ArgumentNullException.ThrowIfNull(intents);
        ArgumentNullException.ThrowIfNull(vocabulary);
        var engine = intents.Parser(language).Engine;
        var known = vocabulary.Select(w => w.ToLowerInvariant().Replace('ё', 'е')).ToHashSet(StringComparer.Ordinal);
        bool IsMissing(string word, bool inflected) =>
            !word.Any(char.IsDigit) && !known.Contains(word) && !(inflected && engine.Linked.Language.Inflector.Forms(word).Any(known.Contains));
        return [.. Used(engine).Where(w => IsMissing(w.Text, w.Inflected)).DistinctBy(w => w.Text).Select(w => new Utterance(w.Text, w.Position))];
    }

    private static List<(string Text, bool Inflected, SourcePosition Position)> Used(LanguageEngine engine)
    {
        var used = new List<(string, bool, SourcePosition)>();
        void Word(string word, bool inflected, SourcePosition position) => used.Add((word, inflected, position));
        foreach (var intent in engine.Linked.Intents)
        {
            foreach (var sentence in intent.Sentences)
                Words(sentence.Template.Node, Word);
            foreach (var utterance in intent.Tests.SelectMany(t => t.Say))
            {
                foreach (var word in TextNormalizer.Words(utterance.Text))
                    Word(word, false, utterance.Position);
            }
        }

        foreach (var rule in engine.Linked.Rules.Values.Concat(engine.Linked.Fragments.Select(f => f.Template.Node)))
            Words(rule, Word);
        foreach (var form in engine.Linked.Lists.Values.SelectMany(v => v).SelectMany(v => v.Forms))
            Words(form.Node, Word);
        return used;
    }

    private static void Words(TemplateNode node, Action<string, bool, SourcePosition> word)
    {
        switch (node)
        {
            case TemplateNode.Word w:
                word(w.Text, w.Inflected, w.Position);
                break;
            case TemplateNode.Sequence s:
                foreach (var part in s.Parts)
                    Words(part, word);
                break;
            case TemplateNode.Choice c:
                foreach (var part in c.Choices)
                    Words(part, word);
                break;
            case TemplateNode.Permutation p:
                foreach (var part in p.Parts)
                    Words(part, word);
                break;
        }
    }

    private static IEnumerable<PackMessage> SharedSentences(LanguageEngine engine)
    {
        var sampler = new TemplateSampler(engine, inflect: false, 23);
        var told = new HashSet<(string, string)>();
        foreach (var intent in engine.Linked.Intents)
        {
            foreach (var sentence in intent.Sentences)
            {
                foreach (var sample in sampler.Several(sentence, intent.Contract, SamplesASentence))
                {
                    var matches = engine.MatchTemplates(TextNormalizer.Words(sample));
                    var own = matches.FirstOrDefault(m => m.Intent == intent.Contract.Id)?.Confidence ?? 0;
                    var other = matches.FirstOrDefault(m => m.Intent != intent.Contract.Id && m.Confidence >= own && !Agreed(intent.Contract, m.Contract));
                    if (other is not null && told.Add((sentence.Template.Text, other.Intent)))
                    {
                        yield return new PackMessage(sentence.Template.Position, PackMessageCode.SharedSentence,
                            $"\"{sample}\" is also {other.Intent} (\"{other.Sentence}\")", PackMessageSeverity.Warning);
                    }
                }
            }
        }
    }

    // One of them says whose a shared sentence is.
    private static bool Agreed(IntentContract one, IntentContract other) => one.Yields.Contains(other.Id) || other.Yields.Contains(one.Id);

    private static IEnumerable<PackMessage> SoundsAlike(LanguageEngine engine)
    {
        var phonetics = engine.Linked.Language.Phonetics;
        var commands = engine.Linked.Intents
            .SelectMany(i => i.Tests.SelectMany(t => t.Say).Select(u => (Intent: i.Contract.Id, Utterance: u, Text: string.Concat(TextNormalizer.Words(u.Text)), Count: TextNormalizer.Words(u.Text).Length)))
            .Where(c => c.Count is 1 or 2).DistinctBy(c => c.Text).ToArray();
        for (var a = 0; a < commands.Length; a++)
        {
            for (var b = a + 1; b < commands.Length; b++)
            {
                if (commands[a].Intent != commands[b].Intent && commands[a].Text != commands[b].Text
                    && phonetics.Distance(commands[a].Text, commands[b].Text) <= AlikeDistance)
                {
                    yield return new PackMessage(commands[b].Utterance.Position, PackMessageCode.SoundsAlike,
                        $"\"{commands[b].Utterance.Text}\" ({commands[b].Intent}) sounds like \"{commands[a].Utterance.Text}\" ({commands[a].Intent})", PackMessageSeverity.Warning);
                }
            }
        }
    }
}
