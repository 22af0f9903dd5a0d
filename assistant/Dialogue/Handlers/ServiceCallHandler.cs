using System.Globalization;
using NodaTime;
using VoiceMed.Assistant.Answering;
using VoiceMed.Assistant.Asking;
using VoiceMed.Assistant.Pipeline;
using VoiceMed.Assistant.Services;
using VoiceMed.Assistant.Wording;
using VoiceMed.Nlu;
using VoiceMed.Nlu.Packs.Contracts;
using VoiceMed.Nlu.Replies;

namespace VoiceMed.Assistant.Dialogue.Handlers;

/// <summary>
/// Carries out intents whose contract names a GET or POST of the hospital's own service. What is asked about a patient is asked about
/// the confirmed one, and only after the ledger let this doctor at that patient's card.
/// </summary>
public sealed class ServiceCallHandler(
    Func<IntentSet> intents, HospitalServices services, LedgerQuestions questions, IReplyWriter replies, Phrasebook phrases, TimeProvider time)
    : IIntentHandler
{
    private const string Patient = "patient";

    /// <inheritdoc/>
    public bool Handles(string intent) => intents().Intents.GetValueOrDefault(intent)?.Call?.Url is not null;

    /// <inheritdoc/>
    public async ValueTask<HandlerResult> HandleAsync(TurnContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var call = context.Match.Contract.Call!;
        if (call.Sends(Patient))
        {
            await questions.AskAsync(
                context, "GetPatient", new Dictionary<string, object?> { [Patient] = context.State.Patient!.Record.Patient }, cancellation).ConfigureAwait(false);
        }

        var values = Values(context);
        var before = time.GetTimestamp();
        try
        {
            var answer = await services.AskAsync(call, values, cancellation).ConfigureAwait(false);
            Note(context, call, values, before, answer.Items.Count);
            return Answer(context, answer);
        }
        catch (ServiceException e)
        {
            Serilog.Log.Warning("The service behind {Intent} failed: {Code}: {Trouble}", context.Match.Intent, e.Code, e.Message);
            Note(context, call, values, before, 0);
            return Failed(context, e);
        }
    }

    // Whatever a slot says, the patient is the confirmed one.
    private static Dictionary<string, string> Values(TurnContext context)
    {
        var values = new Dictionary<string, string>(context.State.Dialogue.Context.Known, StringComparer.Ordinal);
        foreach (var (name, slot) in context.Match.Slots)
        {
            values[name] = slot.Value;
        }

        values.Remove(Patient);
        if (context.State.Patient is { Confirmed: true, Record.Patient: var confirmed })
        {
            values[Patient] = confirmed.Value;
        }

        return values;
    }

    private void Note(TurnContext context, CallDefinition call, Dictionary<string, string> values, long before, int found) =>
        context.Asked = new LedgerCall(
            $"{call.Method} {call.Url}",
            values.Where(value => call.Sends(value.Key)).ToDictionary(StringComparer.Ordinal),
            new LedgerResult { Operation = call.Method!, Found = found },
            time.GetElapsedTime(before) + (context.Asked?.Elapsed ?? TimeSpan.Zero));

    private HandlerResult Answer(TurnContext context, ServiceAnswer answer)
    {
        var whole = context.Match.Slots.ToDictionary(slot => slot.Key, slot => slot.Value.Value, StringComparer.Ordinal);
        foreach (var (name, value) in answer.Items.Count > 0 ? answer.Items[0] : new Dictionary<string, string>())
        {
            whole[name] = value;
        }

        whole["count"] = answer.Items.Count.ToString(CultureInfo.InvariantCulture);
        if (context.State.Patient is { } patient)
        {
            whole[Patient] = patient.Record.Name.In(context.Language);
        }

        var outcome = answer.Items.Count switch { 0 => ReplyOutcome.None, 1 => ReplyOutcome.One, _ => ReplyOutcome.Many };
        var reply = replies.Write(context.Match.Intent, outcome, context.Language, whole, answer.Items);
        var speech = reply.Speech.Length > 0 ? reply.Speech : string.Join(", ", answer.Items.SelectMany(item => item.Values).Take(3));
        var frame = new CardFrame(
            context.Turn, reply.Screen.Length > 0 ? reply.Screen : speech, context.Language, context.State.Patient?.Record.Name.In(context.Language), null,
            CardFrame.NameOf((LedgerClient.Records.Sensitivity)(int)context.Match.Contract.Sensitivity), Instant.FromDateTimeOffset(time.GetUtcNow()));
        return new HandlerResult
        {
            Reason = "service.answered",
            Speech = speech,
            Card = CardBuilder.Message(frame, reply.Items.Any(line => line.Length > 0) ? [.. reply.Items.Where(line => line.Length > 0)] : [speech]),
        };
    }

    private HandlerResult Failed(TurnContext context, ServiceException failure)
    {
        var why = phrases.Reason(failure.Code, context.Language);
        var reply = replies.Write(context.Match.Intent, ReplyOutcome.Error, context.Language, new Dictionary<string, string> { ["reason"] = why }, []);
        return new HandlerResult
        {
            Outcome = TurnOutcome.Failed,
            Reason = failure.Code,
            Harmless = true,
            Speech = reply.Speech.Length > 0 ? reply.Speech : phrases.Say("say.failed", context.Language, why),
        };
    }
}
