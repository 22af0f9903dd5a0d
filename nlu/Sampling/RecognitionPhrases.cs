using VoiceMed.Nlu.Language;
using VoiceMed.Nlu.Packs.Contracts;
using VoiceMed.Nlu.Parsing;

namespace VoiceMed.Nlu.Sampling;

/// <summary>
/// Phrases for a recogniser's grammar. libvosk builds a bigram of them, so what counts is that every word of the packs stands
/// in its usual company, not that every sentence is there: test utterances come first (people wrote them), then sentences
/// sampled from the templates, then the values of lists and built-in types.
/// </summary>
internal static class RecognitionPhrases
{
    private const int SamplesASentence = 6;

    public static IReadOnlyList<string> Make(LanguageEngine engine, int limit)
    {
        var phrases = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        void Add(string text)
        {
            var phrase = TextNormalizer.Normalize(text);
            if (phrases.Count < limit && phrase.Length > 0 && !phrase.Any(char.IsDigit) && seen.Add(phrase))
                phrases.Add(phrase);
        }

        foreach (var test in engine.Linked.Intents.SelectMany(i => i.Tests).SelectMany(t => t.Say))
            Add(test.Text);
        foreach (var turn in engine.Linked.Dialogues.SelectMany(d => d.Turns))
            Add(turn.Say);
        foreach (var type in SlotTypes.BuiltIn)
        {
            foreach (var example in engine.Linked.Language.EntityExamples(type).Take(200))
                Add(example);
        }

        foreach (var (_, text) in engine.Entities.Gazetteers.Values.SelectMany(g => g.Spoken))
            Add(text);
        foreach (var skip in engine.Linked.Skip.Concat(engine.Linked.Corrections))
            Add(skip.Text);
        var sampler = new TemplateSampler(engine, inflect: true, 11);
        for (var round = 0; round < SamplesASentence; round++)
        {
            foreach (var intent in engine.Linked.Intents)
            {
                foreach (var sentence in intent.Sentences)
                    Add(sampler.Sample(sentence, intent.Contract));
            }

            foreach (var fragment in engine.Linked.Fragments)
                Add(sampler.Sample(fragment, null));
        }

        return phrases;
    }
}
