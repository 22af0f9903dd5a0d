using VoiceMed.Assistant.Asking;
using VoiceMed.Assistant.Authorising;
using VoiceMed.Assistant.Pipeline.Reports;
using VoiceMed.Assistant.Screen.Cards;
using VoiceMed.Nlu.Dialogues;
using VoiceMed.Nlu.Parsing;

namespace VoiceMed.Assistant.Dialogue;

/// <summary>Notes the steps of one turn as they happen, for its report. Not thread-safe.</summary>
internal sealed class TurnRecorder(TimeProvider time, TurnInput input, string turn)
{
    private readonly long _started = time.GetTimestamp();
    private SpeakerReading _reading = SpeakerReading.Nobody;
    private TimeSpan _speaker;
    private TimeSpan _understanding;

    public string Turn => turn;

    public string Intent { get; private set; } = ParseResult.None;

    public IntentMatch? Match { get; private set; }

    public LedgerCall? Asked { get; set; }

    public void Who(SpeakerReading reading)
    {
        _reading = reading;
        _speaker = time.GetElapsedTime(_started);
    }

    public DialogueTurn Understand(Func<DialogueTurn> parse)
    {
        var before = time.GetTimestamp();
        var result = parse();
        _understanding = time.GetElapsedTime(before);
        return result;
    }

    public void Meant(string intent, IntentMatch? match) => (Intent, Match) = (intent, match);

    public TurnReport Report(HandlerResult result, string speech, Card? card, string language) => new()
    {
        Turn = turn,
        Language = language,
        Heard = Heard(),
        Who = new WhoReport(
            _reading.Doctor?.Id.Value, Round(_reading.LogLikelihoodRatio), Math.Round(_reading.VoicedSeconds, 2), Round(_reading.Trust) ?? 0, Math.Round(_reading.Sure, 4)),
        Meant = new MeantReport(
            Intent, Match?.Slots.ToDictionary(slot => slot.Key, slot => slot.Value.Value) ?? [], Math.Round(Match?.Confidence ?? 0, 3)),
        Verdict = new VerdictReport(result.Outcome, result.Reason),
        Asked = Asked is { } asked
            ? new AskedReport(asked.Operation, asked.Arguments, asked.Result?.Count ?? 0, asked.Result?.Proof?.Verified)
            : null,
        Answered = new AnsweredReport(speech, card),
        Latency = Latency(),
    };

    private HeardReport Heard() => input.Heard is { } heard
        ? new HeardReport(
            heard.Transcript.Text, heard.Transcript.GrammarText, heard.Transcript.FreeText, heard.Transcript.Agreement.ToString(),
            Math.Round(heard.Transcript.Confidence, 3), Math.Round((heard.Utterance.End - heard.Utterance.Start).TotalSeconds, 2))
        : new HeardReport(input.Text, null, null, null, 1, 0);

    private LatencyReport Latency()
    {
        var processing = input.Heard is { } heard ? time.GetElapsedTime(heard.Ended) : time.GetElapsedTime(_started);
        var endpointing = input.Heard?.Endpointing ?? TimeSpan.Zero;
        return new LatencyReport(
            Milliseconds(endpointing), Milliseconds(input.Heard?.Recognition ?? TimeSpan.Zero), Milliseconds(_speaker), Milliseconds(_understanding),
            Milliseconds(Asked?.Elapsed ?? TimeSpan.Zero), Milliseconds(endpointing + processing));
    }

    private static double Milliseconds(TimeSpan span) => Math.Round(span.TotalMilliseconds, 1);

    private static double? Round(double? value) => value is { } number && double.IsFinite(number) ? Math.Round(number, 2) : null;
}
