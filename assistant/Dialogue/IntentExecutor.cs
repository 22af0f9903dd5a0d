using VoiceMed.Assistant.Asking;
using VoiceMed.Assistant.Authorising;
using VoiceMed.Assistant.Pipeline;
using VoiceMed.Assistant.Screen.Events;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.Nlu.Dialogues;
using VoiceMed.Nlu.Replies;

namespace VoiceMed.Assistant.Dialogue;

/// <summary>Carries out a permitted intent: the patient first, then the handler, and every way it can fail as an outcome.</summary>
internal sealed class IntentExecutor(ConversationParts parts, ISpeakerGate gate)
{
    public async ValueTask<HandlerResult> ExecuteAsync(TurnContext context, TurnRecorder turn, CancellationToken cancellation)
    {
        try
        {
            return await GuardAsync(context, () => CarryOutAsync(context, turn, cancellation), cancellation).ConfigureAwait(false);
        }
        finally
        {
            turn.Asked = context.Asked;
        }
    }

    /// <summary>Does a turn's work; every way it can fail becomes an outcome.</summary>
    public async ValueTask<HandlerResult> GuardAsync(TurnContext context, Func<ValueTask<HandlerResult>> work, CancellationToken cancellation)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (LedgerRejectedException e)
        {
            return Denied(context, e);
        }
        catch (LedgerException e)
        {
            return Failed(context.Language, e);
        }
        catch (UnboundArgumentException e)
        {
            return new HandlerResult
            {
                Outcome = TurnOutcome.Failed,
                Reason = $"slot.unknown:{e.Parameter}",
                Harmless = true,
                Speech = parts.Phrases.Say($"say.unknown.{(parts.Phrases.Has($"say.unknown.{e.Parameter}") ? e.Parameter : "slot")}", context.Language),
            };
        }
        catch (Exception e) when (e is not OutOfMemoryException && !(e is OperationCanceledException && cancellation.IsCancellationRequested))
        {
            return Unforeseen(context, e);
        }
    }

    // Whatever a handler throws, ours or a plug-in's, ends its turn and not the session. The message may hold patient data, the type and
    // the stack do not.
    private HandlerResult Unforeseen(TurnContext context, Exception failure)
    {
        Serilog.Log.Error("Carrying out {Intent} failed with {Type}{Stack}", context.Match.Intent, failure.GetType().Name, Environment.NewLine + failure.StackTrace);
        var code = context.Match.Contract.Call?.Handler is null ? "turn.failed" : "plugin.failed";
        var text = parts.Phrases.Say("say.failed", context.Language, parts.Phrases.Reason(code, context.Language));
        return new HandlerResult
        {
            Outcome = TurnOutcome.Failed,
            Reason = code,
            Speech = text,
            Harmless = true,
            Events = [new ErrorEvent(code, text)],
        };
    }

    /// <summary>The ledger could not answer, or what it answered may not be shown.</summary>
    public HandlerResult Failed(string language, LedgerException failure)
    {
        var key = failure is LedgerTamperedException ? "say.ledger.tampered" : "say.ledger.unavailable";
        var text = parts.Phrases.Say(key, language);
        return new HandlerResult
        {
            Outcome = TurnOutcome.Failed,
            Reason = failure.Code,
            Speech = text,
            Audited = true,
            Harmless = true,
            Events = [new ErrorEvent(failure.Code, text)],
        };
    }

    private async ValueTask<HandlerResult> CarryOutAsync(TurnContext context, TurnRecorder turn, CancellationToken cancellation)
    {
        switch (context.Match.Intent)
        {
            case "confirm.yes":
                return await YesAsync(context, turn, cancellation).ConfigureAwait(false);
            case "confirm.no" or "cancel":
                return Cancel(context);
            case "session.lock":
                return Lock(context);
            case "session.end":
                return End(context);
        }

        if (NeedsPatient(context) && PatientFirst(context) is { } question)
        {
            return question;
        }

        var handler = parts.Handlers.First(candidate => candidate.Handles(context.Match.Intent));
        var result = await handler.HandleAsync(context, cancellation).ConfigureAwait(false);
        if (result.Outcome == TurnOutcome.Answered)
        {
            context.State.Dialogue.Answered(context.Match, context.State.List?.Items, context.State.Document?.Info.Id);
        }

        return result;
    }

    // A call that sends the patient needs one, even where the pack forgot to say so.
    private static bool NeedsPatient(TurnContext context) =>
        context.Match.Contract.Requires.Contains("patient") || context.Match.Contract.Call is { Operation: null } call && call.Sends("patient");

    private HandlerResult? PatientFirst(TurnContext context) => context.State.Patient switch
    {
        null => new HandlerResult
        {
            Outcome = TurnOutcome.Confirm,
            Reason = "patient.missing",
            Harmless = true,
            Speech = parts.Phrases.Say("say.patient.choose", context.Language),
        },
        { Confirmed: false } unconfirmed => parts.Patients.AskWhether(context, unconfirmed.Record, context.Match, audited: false),
        _ => null,
    };

    /// <summary>Asks for what an intent still misses: a slot, a choice, or a yes.</summary>
    public HandlerResult AskBack(TurnContext context, DialogueTurn understood)
    {
        var language = context.Language;
        var values = context.Match.Slots.ToDictionary(slot => slot.Key, slot => slot.Value.Value, StringComparer.Ordinal);
        var question = understood.Act switch
        {
            DialogueAct.AskConfirmation => parts.Intents().ConfirmationQuestion(context.Match.Intent, language, values)
                ?? parts.Phrases.Say("say.which-question", language, parts.Phrases.Operation(context.Match.Intent, language)),
            DialogueAct.NoSuchItem => parts.Phrases.Say("say.no-item", language),
            _ => parts.Intents().Prompt(context.Match.Intent, understood.Slot!, language, values) ?? parts.Phrases.Say("say.unknown.slot", language),
        };
        return new HandlerResult
        {
            Outcome = understood.Act == DialogueAct.NoSuchItem ? TurnOutcome.Failed : TurnOutcome.Confirm,
            Reason = understood.Act == DialogueAct.NoSuchItem ? "item.unknown" : $"slot.missing:{understood.Slot ?? "confirmation"}",
            Speech = question,
            Harmless = true,
            Events = understood.Act == DialogueAct.NoSuchItem ? [] : [new QuestionEvent(context.Turn, question)],
        };
    }

    private async ValueTask<HandlerResult> YesAsync(TurnContext context, TurnRecorder turn, CancellationToken cancellation)
    {
        if (context.State.Question is not { } question)
        {
            return new HandlerResult
            {
                Outcome = TurnOutcome.Failed,
                Reason = "question.none",
                Harmless = true,
                Speech = parts.Phrases.Say("say.nothing-to-confirm", context.Language),
            };
        }

        context.State.Question = null;
        var confirmed = question.Patient is { } patient ? parts.Patients.Confirm(context, patient) : null;
        if (question.Then is not { } then)
        {
            return confirmed!;
        }

        var next = context with { Match = then };
        var result = await ExecuteAsync(next, turn, cancellation).ConfigureAwait(false);
        context.Asked = next.Asked;
        return confirmed is null ? result : result with { Events = [.. confirmed.Events, .. result.Events] };
    }

    /// <summary>Drops the open question.</summary>
    public HandlerResult Cancel(TurnContext context)
    {
        var events = context.State.Question is { } question ? new List<ScreenEvent> { new QuestionEvent(question.Id, null) } : [];
        if (context.State.Question?.Patient is not null)
        {
            context.State.SetPatient(null);
            events.Add(new PatientEvent(null));
        }

        context.State.Question = null;
        context.State.Challenged = null;
        return new HandlerResult { Reason = "cancelled", Speech = parts.Phrases.Say("say.cancelled", context.Language), Harmless = true, Events = events };
    }

    private HandlerResult Lock(TurnContext context)
    {
        gate.Lock();
        context.State.ForgetAnswers();
        return Blank(context, "session.locked", "say.locked", []);
    }

    /// <summary>Ends the session: everything is forgotten and the screen goes blank.</summary>
    public HandlerResult End(TurnContext context)
    {
        gate.Lock();
        context.State.Forget();
        return Blank(context, "session.ended", "say.ended", [new PatientEvent(null)]);
    }

    private HandlerResult Blank(TurnContext context, string reason, string phrase, IReadOnlyList<ScreenEvent> events) => new()
    {
        Reason = reason,
        Speech = parts.Phrases.Say(phrase, context.Language),
        Harmless = true,
        Events = [.. events, new BlankEvent(reason, parts.Phrases.Say("blank." + reason, context.Language))],
    };

    private HandlerResult Denied(TurnContext context, LedgerRejectedException refusal)
    {
        var why = parts.Phrases.Reason(refusal.Code, context.Language);
        var values = new Dictionary<string, string> { ["reason"] = why };
        var reply = parts.Replies.Write(context.Match.Intent, ReplyOutcome.Denied, context.Language, values, []);
        var text = reply.Speech.Length > 0 ? reply.Speech : parts.Phrases.Say("say.refused", context.Language, why);
        return new HandlerResult
        {
            Outcome = TurnOutcome.Refused,
            Reason = refusal.Rule is null ? refusal.Code : $"{refusal.Code}:{refusal.Rule}",
            Speech = text,
            Audited = true,
            Harmless = true,
            Events = [new RefusedEvent(refusal.Code, text)],
        };
    }
}
