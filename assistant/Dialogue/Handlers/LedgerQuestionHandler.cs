using System.Globalization;
using NodaTime;
using VoiceMed.Assistant.Answering;
using VoiceMed.Assistant.Asking;
using VoiceMed.Assistant.Pipeline;
using VoiceMed.Assistant.Screen.Cards;
using VoiceMed.LedgerClient.Records;
using VoiceMed.Nlu.Replies;

namespace VoiceMed.Assistant.Dialogue.Handlers;

/// <summary>Answers any intent whose contract names a ledger operation, by asking it and wording what comes back.</summary>
public sealed class LedgerQuestionHandler(LedgerQuestions questions, CardBuilder cards, ReplyValues values, IReplyWriter replies, TimeProvider time)
    : IIntentHandler
{
    /// <inheritdoc/>
    public bool Handles(string intent) => true;

    /// <inheritdoc/>
    public async ValueTask<HandlerResult> HandleAsync(TurnContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (context.Match.Call is null)
        {
            throw new NotSupportedException($"Nothing carries out '{context.Match.Intent}'.");
        }

        var result = await questions.AskAsync(context, cancellation).ConfigureAwait(false);
        return Answer(context, result, questions.Hospitals);
    }

    /// <summary>Words and shows a result.</summary>
    public HandlerResult Answer(TurnContext context, LedgerResult result, HospitalNames hospitals)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(result);
        var items = values.Items(result, context.Language, hospitals);
        var reply = replies.Write(
            context.Match.Intent, OutcomeOf(result), context.Language, WholeReply(context, result, items, hospitals), items);
        var sensitivity = Highest(result, context.Match.Contract.Sensitivity);
        var frame = new CardFrame(
            context.Turn, TitleOf(reply), context.Language, context.State.Patient?.Record.Name.In(context.Language), null,
            CardFrame.NameOf(sensitivity), Instant.FromDateTimeOffset(time.GetUtcNow()));
        var card = result.Count == 0 ? CardBuilder.Message(frame, reply.Speech) : cards.Build(result, frame, hospitals);
        if (result.Records.Count > 0)
        {
            context.State.Show(new ShownList(context.Match.Intent, result, card, 0));
        }

        return new HandlerResult
        {
            Outcome = TurnOutcome.Answered,
            Reason = result.Rule ?? "ledger.answered",
            Speech = reply.Speech,
            Card = card,
            Audited = true,
        };
    }

    private static string TitleOf(Reply reply) => reply.Screen.Length > 0 ? reply.Screen : reply.Speech;

    private static string OutcomeOf(LedgerResult result) => result.Count switch
    {
        0 => ReplyOutcome.None,
        1 => ReplyOutcome.One,
        _ => ReplyOutcome.Many,
    };

    private static Dictionary<string, string> WholeReply(
        TurnContext context, LedgerResult result, IReadOnlyList<IReadOnlyDictionary<string, string>> items, HospitalNames hospitals)
    {
        var whole = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, slot) in context.Match.Slots)
        {
            whole[name] = name == "hospital" && hospitals.Find(slot.Value) is { } hospital
                ? hospitals.NameOf(hospital, context.Language)
                : slot.Value;
        }

        foreach (var (name, value) in items.Count > 0 ? items[0] : new Dictionary<string, string>())
        {
            whole[name] = value;
        }

        whole["count"] = result.Count.ToString(CultureInfo.InvariantCulture);
        if (context.State.Patient is { } patient)
        {
            whole["patient"] = patient.Record.Name.In(context.Language);
        }

        return whole;
    }

    private static Sensitivity Highest(LedgerResult result, Nlu.Packs.Contracts.Sensitivity declared)
    {
        var highest = result.Records.Select(SensitivityOf)
            .Append(result.Document?.Info.Sensitivity ?? Sensitivity.Normal)
            .Append((Sensitivity)(int)declared)
            .Max();
        return highest;
    }

    private static Sensitivity SensitivityOf(LedgerRecord record) => record switch
    {
        DocumentInfo document => document.Sensitivity,
        Diagnosis diagnosis => diagnosis.Sensitivity,
        LabResult lab => lab.Sensitivity,
        _ => Sensitivity.Normal,
    };
}
