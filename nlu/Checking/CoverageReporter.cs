using VoiceMed.Nlu.Language;
using VoiceMed.Nlu.Parsing;

namespace VoiceMed.Nlu.Checking;

/// <summary>Measures coverage, holding test utterances out of the classifier's training in turn.</summary>
public static class CoverageReporter
{
    private const int Folds = 5;
    private const int Frequent = 40;
    private const int Other = 20;

    /// <summary>The coverage of each intent in one language. Trains the classifier five times.</summary>
    public static IReadOnlyList<IntentCoverage> Measure(IntentSet intents, string language, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(intents);
        var engine = intents.Parser(language).Engine;
        var all = engine.Linked.Intents.SelectMany(i => i.Tests.SelectMany(t => t.Say).Select(u => (Intent: i.Contract.Id, u.Text))).ToArray();
        var understood = new HashSet<(string, string)>();
        var byTemplate = all.Where(u => engine.MatchTemplates(TextNormalizer.Words(u.Text)).Any(m => m.Intent == u.Intent)).ToHashSet();
        for (var fold = 0; fold < Folds; fold++)
        {
            cancellation.ThrowIfCancellationRequested();
            var heldOut = all.Where((_, i) => i % Folds == fold).ToArray();
            var texts = heldOut.Select(u => u.Text).ToHashSet(StringComparer.Ordinal);
            var parser = new UtteranceParser(engine, text => !texts.Contains(text));
            understood.UnionWith(heldOut.Where(u => parser.Parse(u.Text).Intents.Any(i => i.Intent == u.Intent)));
        }

        return [.. engine.Linked.Intents.Select(intent =>
        {
            var tests = all.Where(u => u.Intent == intent.Contract.Id).ToArray();
            return new IntentCoverage(
                intent.Contract.Id, language, intent.Sentences.Count, tests.Length, intent.Contract.Frequent ? Frequent : Other,
                Share(tests, understood.Contains), Share(tests, byTemplate.Contains));
        })];
    }

    private static double? Share((string, string)[] tests, Func<(string, string), bool> which) =>
        tests.Length == 0 ? null : tests.Count(which) / (double)tests.Length;
}
