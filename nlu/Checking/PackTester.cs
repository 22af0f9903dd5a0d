using VoiceMed.Nlu.Dialogues;
using VoiceMed.Nlu.Packs;
using VoiceMed.Nlu.Packs.Contracts;
using VoiceMed.Nlu.Packs.LanguageFiles;
using VoiceMed.Nlu.Parsing;
using VoiceMed.Nlu.Sampling;

namespace VoiceMed.Nlu.Checking;

/// <summary>Runs the tests that packs bring: utterances, negatives, out-of-scope utterances and dialogues.</summary>
public sealed class PackTester
{
    private readonly IntentSet _intents;
    private readonly string _language;
    private readonly List<TestFailure> _failures = [];
    private int _utterances;

    private PackTester(IntentSet intents, string language)
    {
        _intents = intents;
        _language = language;
    }

    /// <summary>Runs the tests of one language.</summary>
    /// <param name="intents">The packs.</param>
    /// <param name="language">The language.</param>
    /// <param name="only">Which files' tests to run; null runs all.</param>
    public static TestRun Run(IntentSet intents, string language, Func<string, bool>? only = null)
    {
        ArgumentNullException.ThrowIfNull(intents);
        var tester = new PackTester(intents, language);
        var linked = intents.Parser(language).Engine.Linked;
        bool Chosen(SourcePosition position) => only is null || only(position.File);
        foreach (var intent in linked.Intents)
        {
            foreach (var test in intent.Tests)
            {
                foreach (var utterance in test.Say.Where(u => Chosen(u.Position)))
                    tester.Utterance(utterance, intent.Contract.Id, test);
            }

            foreach (var negative in intent.Negatives.Where(u => Chosen(u.Position)))
                tester.Negative(negative, intent.Contract.Id);
        }

        var sampler = new TemplateSampler(intents.Parser(language).Engine, inflect: false, 31);
        foreach (var sentence in linked.OutOfScope.Where(o => Chosen(o.Template.Position)))
        {
            foreach (var sample in sampler.Several(sentence, null, 5))
                tester.OutOfScope(new Utterance(sample, sentence.Template.Position));
        }

        var dialogues = linked.Dialogues.Where(d => Chosen(d.Position)).ToArray();
        foreach (var dialogue in dialogues)
            tester.Dialogue(dialogue);
        return new TestRun(language, tester._utterances, dialogues.Length, tester._failures);
    }

    private void Utterance(Utterance utterance, string intent, PackTest test)
    {
        var result = Parse(utterance);
        if (result.Intents.FirstOrDefault(i => i.Intent == intent) is not { } match)
        {
            Fail(utterance, $"expected {intent}, got {string.Join(" and ", result.Intents.Select(i => i.Intent).DefaultIfEmpty(ParseResult.None))} ({result.Explanation})");
            return;
        }

        if (test.Slots is { } slots && SlotsDiffer(slots, match, exactly: true) is { } difference)
            Fail(utterance, difference);
        if (test.Operation is { } operation && match.Call?.Operation != operation)
            Fail(utterance, $"expected the call {operation}, got {match.Call?.Operation ?? "none"}");
        foreach (var (name, value) in test.Parameters.Where(p => match.Call?.Parameters.GetValueOrDefault(p.Key) != p.Value))
            Fail(utterance, $"expected the parameter {name}={value}, got {match.Call?.Parameters.GetValueOrDefault(name) ?? "nothing"}");
    }

    private void Negative(Utterance utterance, string intent)
    {
        if (Parse(utterance).Intents.Any(i => i.Intent == intent))
            Fail(utterance, $"must not be {intent}");
    }

    private void OutOfScope(Utterance utterance)
    {
        if (Parse(utterance) is { IsUnderstood: true } result)
            Fail(utterance, $"is out of scope, got {result.Intent} ({result.Explanation})");
    }

    private ParseResult Parse(Utterance utterance)
    {
        _utterances++;
        return _intents.Parse(utterance.Text, _language);
    }

    private void Dialogue(DialogueScript script)
    {
        var dialogue = new Dialogue(() => _intents);
        foreach (var (key, value) in script.Context)
            dialogue.Context = dialogue.Context.With(key, value);
        foreach (var turn in script.Turns)
        {
            var heard = dialogue.Hear(turn.Say, _language);
            if (TurnDiffers(turn, heard) is { } difference)
            {
                _failures.Add(new TestFailure(turn.Position, _language, turn.Say, $"dialogue '{script.Name}': {difference}"));
                return;
            }

            if (heard is { Act: DialogueAct.Execute, Intent: { } intent })
                dialogue.Answered(intent, turn.Shows is { } shows ? [.. Enumerable.Range(1, shows).Select(i => new DialogueItem(i.ToString()))] : null, turn.Focus);
        }
    }

    private static string? TurnDiffers(DialogueScriptTurn turn, DialogueTurn heard)
    {
        var asks = heard.Act switch
        {
            DialogueAct.AskSlot or DialogueAct.Choose => heard.Slot,
            DialogueAct.AskConfirmation => "confirmation",
            _ => null,
        };
        if (turn.Intent is { } intent && (heard.Intent?.Intent ?? heard.Parse.Intent) != intent)
            return $"expected {intent}, got {heard.Intent?.Intent ?? heard.Parse.Intent} ({heard.Parse.Explanation})";
        if (turn.Asks != asks)
            return $"expected it to ask for {turn.Asks ?? "nothing"}, it asks for {asks ?? "nothing"}";
        if (heard.Intent is { } match && SlotsDiffer(turn.Slots, match, exactly: false) is { } difference)
            return difference;
        foreach (var (name, value) in turn.Parameters.Where(p => heard.Intent?.Call?.Parameters.GetValueOrDefault(p.Key) != p.Value))
            return $"expected the parameter {name}={value}, got {heard.Intent?.Call?.Parameters.GetValueOrDefault(name) ?? "nothing"}";
        return null;
    }

    private static string? SlotsDiffer(IReadOnlyDictionary<string, string> expected, IntentMatch match, bool exactly)
    {
        foreach (var (name, value) in expected)
        {
            if (match.Slots.GetValueOrDefault(name)?.Value != value)
                return $"expected {name}={value}, got {match.Slots.GetValueOrDefault(name)?.Value ?? "nothing"}";
        }

        return exactly && expected.Count == 0 && match.Slots.Count > 0
            ? $"expected no slots, got {string.Join(", ", match.Slots.Select(s => $"{s.Key}={s.Value}"))}"
            : null;
    }

    private void Fail(Utterance utterance, string reason) => _failures.Add(new TestFailure(utterance.Position, _language, utterance.Text, reason));
}
