using VoiceMed.Assistant.Authorising;
using VoiceMed.Assistant.Pipeline;
using VoiceMed.Assistant.Screen;
using VoiceMed.Assistant.Screen.Events;
using VoiceMed.Auth.Challenge;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;
using VoiceMed.Nlu.Dialogues;
using VoiceMed.Nlu.Parsing;
using VoiceMed.Speech.Recognition;

namespace VoiceMed.Assistant.Dialogue;

/// <summary>
/// One screen's conversation: each utterance or typed question goes through <c>who</c>, <c>meant</c>, <c>allowed</c>,
/// <c>asked</c> and <c>answered</c>, and leaves its audit entry. Not thread-safe: one turn at a time.
/// </summary>
public sealed partial class Conversation
{
    // What anybody may say: it discloses nothing and takes nothing from a patient.
    private static readonly HashSet<string> Open =
        new(StringComparer.Ordinal) { "help", "cancel", "confirm.no", "speech.stop", "speech.louder", "speech.quieter", "session.lock", "language.switch" };

    private readonly ConversationParts _parts;
    private readonly BedsideTerminal _terminal;
    private readonly ISpeakerGate _gate;
    private readonly IntentExecutor _executor;
    private Patient? _inBed;
    private DoctorId? _owner;
    private bool _handedOver;
    private bool _bedReturned;

    /// <summary>Begins a conversation.</summary>
    /// <param name="parts">What all conversations share.</param>
    /// <param name="terminal">The terminal it takes place at.</param>
    /// <param name="gate">Who speaks, and what they may have.</param>
    /// <param name="language">The language it starts in.</param>
    public Conversation(ConversationParts parts, BedsideTerminal terminal, ISpeakerGate gate, string language)
    {
        ArgumentNullException.ThrowIfNull(parts);
        _parts = parts;
        _terminal = terminal;
        _gate = gate;
        _executor = new IntentExecutor(parts, gate);
        State = new ConversationState(parts.Intents) { Language = language, ShownLanguage = language };
    }

    /// <summary>What the conversation remembers.</summary>
    public ConversationState State { get; }

    /// <summary>The bed preselects a patient; it confirms nothing.</summary>
    public void Preselect(Patient patient)
    {
        _inBed = patient;
        State.SetPatient(new CurrentPatient(patient, Confirmed: false));
    }

    /// <summary>Takes a patient whom a wristband, the hospital's system or the command line named by identifier.</summary>
    public void Identify(Patient patient) => State.SetPatient(new CurrentPatient(patient, Confirmed: true));

    /// <summary>Carries one turn through all its steps.</summary>
    /// <param name="input">What was said or typed.</param>
    /// <param name="cancellation">Ends the wait for the ledger.</param>
    /// <returns>What to show and say. Refusals and failures are outcomes, not exceptions.</returns>
    public async ValueTask<TurnOutput> TurnAsync(TurnInput input, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(input);
        var turn = NewTurn(input);
        turn.Who(Meet(() => input.Heard is { } heard ? _gate.Observe(heard) : _gate.Reading));

        var before = State.Dialogue.Context;
        var understood = turn.Understand(() => State.Dialogue.Hear(input.Text, input.Language));
        var result = await ResultAsync(turn, input, understood, cancellation).ConfigureAwait(false);
        if (result.Outcome is TurnOutcome.Refused or TurnOutcome.Challenge)
        {
            // Whoever was refused has not changed what the conversation is about.
            State.Dialogue.Context = before;
        }

        result = await AuditAsync(turn, result, cancellation).ConfigureAwait(false);
        return Output(turn, input, result);
    }

    /// <summary>
    /// Another doctor begins with nothing of the former's: not the patient, not the answers, not an emergency access; however long ago the
    /// former's trust was lost or the screen was locked. The bed's patient is offered again, to be confirmed.
    /// </summary>
    private T Meet<T>(Func<T> who)
    {
        var changed = Own();
        var open = _gate.Doctor is not null;
        var result = who();
        changed |= Own();
        if (_gate.Doctor is not null && (changed || !open) && State.Patient is null && _inBed is { } patient)
        {
            State.SetPatient(new CurrentPatient(patient, Confirmed: false));
            _bedReturned = true;
        }

        return result;
    }

    private bool Own()
    {
        if (_gate.Doctor?.Id is not { } doctor || doctor == _owner)
        {
            return false;
        }

        if (_owner is not null)
        {
            State.Forget();
            _handedOver = true;
        }

        _owner = doctor;
        return true;
    }

    private TurnRecorder NewTurn(TurnInput input) => new(_parts.Time, input, Guid.CreateVersion7(_parts.Time.GetUtcNow()).ToString("N"));

    private async ValueTask<HandlerResult> ResultAsync(TurnRecorder turn, TurnInput input, DialogueTurn understood, CancellationToken cancellation)
    {
        if (_gate.IsChallenged && input.Heard is { } answer && (understood.Act == DialogueAct.NotUnderstood || IsDigits(input)))
        {
            return await ChallengeAnswerAsync(turn, _gate.Answer(answer), cancellation).ConfigureAwait(false);
        }

        var spoken = input.Heard is not null;
        var match = understood.Intent ?? (understood.Parse.IsUnderstood ? understood.Parse.Intents[0] : null);
        turn.Meant(match?.Intent ?? ParseResult.None, match);
        if (match is null || understood.Act == DialogueAct.NotUnderstood)
        {
            var may = _gate.Decide(ParseResult.None, "normal", spoken);
            return may.Verdict == GateVerdict.Allow
                ? await ProposeAsync(turn, input, understood.Parse, spoken, cancellation).ConfigureAwait(false)
                : Refuse(may.Reason);
        }

        State.Language = input.Language;
        if (Permit(match, spoken) is { } notYet)
        {
            return notYet;
        }

        if (input.Heard is { Transcript: var transcript } && MustBeConfirmed(transcript, match))
        {
            return AskWhetherMeant(turn.Turn, input.Text, match);
        }

        var context = ContextOf(turn, match);
        var result = understood.Act switch
        {
            DialogueAct.Cancelled => _executor.Cancel(context),
            DialogueAct.Execute or DialogueAct.Choose when understood.Act == DialogueAct.Execute || match.Intent == "patient.select" => await _executor.ExecuteAsync(context, turn, cancellation).ConfigureAwait(false),
            _ => _executor.AskBack(context, understood),
        };
        foreach (var further in understood.Also.TakeWhile(_ => result.Outcome == TurnOutcome.Answered))
        {
            result = await AlsoAsync(turn, result, further, spoken, cancellation).ConfigureAwait(false);
        }

        return result;
    }

    // Digits that happen to be an intent too ("one") still answer the challenge that asked for them.
    private static bool IsDigits(TurnInput input) => SpokenDigits.Read(input.Text, input.Language) is not null;

    private async ValueTask<HandlerResult> AlsoAsync(
        TurnRecorder turn, HandlerResult first, IntentMatch further, bool spoken, CancellationToken cancellation)
    {
        var next = Permit(further, spoken) ?? await _executor.ExecuteAsync(ContextOf(turn, further), turn, cancellation).ConfigureAwait(false);
        return next with
        {
            Speech = $"{first.Speech} {next.Speech}".Trim(),
            Events = first.Card is { } card ? [.. first.Events, new CardEvent(card), .. next.Events] : [.. first.Events, .. next.Events],
            Audited = first.Audited && next.Audited,
        };
    }

    private HandlerResult? Permit(IntentMatch match, bool spoken)
    {
        if (Open.Contains(match.Intent))
        {
            return null;
        }

        var decision = _gate.Decide(match.Intent, SensitivityOf(match), spoken);
        return decision.Verdict switch
        {
            GateVerdict.Allow => null,
            GateVerdict.Challenge => Challenge(match, decision.Reason),
            _ => Refuse(decision.Reason),
        };
    }

    private async ValueTask<HandlerResult> ChallengeAnswerAsync(TurnRecorder turn, GateDecision decision, CancellationToken cancellation)
    {
        var waiting = State.Challenged;
        turn.Who(_gate.Reading);
        turn.Meant(waiting?.Intent ?? ParseResult.None, waiting);
        if (decision.Verdict != GateVerdict.Allow)
        {
            State.Challenged = null;
            return Refuse(decision.Reason) with { Speech = _parts.Phrases.Say("say.challenge.failed", State.Language) };
        }

        State.Challenged = null;
        return waiting is null
            ? new HandlerResult { Reason = decision.Reason, Harmless = true, Speech = _parts.Phrases.Say("say.session.open", State.Language) }
            : await CarryOnAsync(turn, waiting, cancellation).ConfigureAwait(false);
    }

    private HandlerResult Challenge(IntentMatch match, string reason)
    {
        var offer = _gate.Challenge();
        State.Challenged = match;
        var text = offer.Digits is { } digits
            ? _parts.Phrases.Say("say.challenge", State.Language, string.Join(' ', digits.ToCharArray()))
            : _parts.Phrases.Say("say.factor", State.Language);
        return new HandlerResult
        {
            Outcome = TurnOutcome.Challenge,
            Reason = reason,
            Speech = text,
            Harmless = true,
            Events = [new ChallengeEvent(text, offer.Digits, offer.Seconds)],
        };
    }

    private HandlerResult Refuse(string reason)
    {
        var why = _parts.Phrases.Say("say.refused", State.Language, _parts.Phrases.Reason(reason, State.Language));
        var events = new List<ScreenEvent> { new RefusedEvent(reason, why) };
        if (State.List is not null || State.Document is not null)
        {
            events.Add(new BlankEvent("trust.lost", _parts.Phrases.Say("blank.trust.lost", State.Language)));
        }

        return new HandlerResult { Outcome = TurnOutcome.Refused, Reason = reason, Speech = why, Harmless = true, Events = events };
    }

    private HandlerResult NotUnderstood(ParseResult parsed)
    {
        var text = _parts.Phrases.Say("say.not-understood", parsed.Language);
        var nearest = parsed.Nearest.Select(near => near.Hint).OfType<string>().Take(3).ToList();
        return new HandlerResult
        {
            Outcome = TurnOutcome.NotUnderstood,
            Reason = "not-understood",
            Speech = text,
            Harmless = true,
            Events = [new NotUnderstoodEvent(text, nearest)],
        };
    }

    private HandlerResult AskWhetherMeant(string turn, string text, IntentMatch match)
    {
        State.Question = new OpenQuestion(turn, null, match);
        var question = _parts.Phrases.Say("say.which-question", State.Language, text);
        return new HandlerResult
        {
            Outcome = TurnOutcome.Confirm,
            Reason = "recognition.unsure",
            Speech = question,
            Harmless = true,
            Events = [new QuestionEvent(turn, question)],
        };
    }

    // Words the recogniser is not sure of are shown, and acted on only after a yes.
    private static bool MustBeConfirmed(Transcript transcript, IntentMatch match) =>
        !transcript.IsActionable && !Open.Contains(match.Intent) && match.Intent is not ("confirm.yes" or "session.end");

    private async ValueTask<HandlerResult> AuditAsync(TurnRecorder turn, HandlerResult result, CancellationToken cancellation)
    {
        if (result.Audited)
        {
            return result;
        }

        try
        {
            await _parts.Ledger.RecordTurnAsync(
                State.Patient?.Record.Patient, turn.Intent, result.Outcome is TurnOutcome.Answered or TurnOutcome.Confirm, result.Reason,
                AccessOf(turn.Turn), cancellation).ConfigureAwait(false);
            return result;
        }
        catch (LedgerClient.Errors.LedgerException e)
        {
            // An answer nobody can account for is not given.
            return _executor.Failed(State.Language, e);
        }
    }

    private TurnOutput Output(TurnRecorder turn, TurnInput input, HandlerResult result)
    {
        var speech = Spoken(turn, result);
        var card = turn.Match?.Contract.Present == Nlu.Packs.Contracts.Presentation.Speak ? null : result.Card;
        if (result.Outcome == TurnOutcome.Answered && speech.Length > 0 && !result.Harmless)
        {
            State.LastSpeech = speech;
        }

        var reading = _gate.Reading;
        var events = new List<ScreenEvent>
        {
            new SpeakerEvent(reading.Doctor?.Id.Value, reading.Doctor?.Name.In(State.Language), reading.Sure, reading.State),
        };
        if (_handedOver || _bedReturned)
        {
            _bedReturned = false;
            events.Add(new PatientEvent(State.Patient?.ForScreen(State.Language)));
        }

        if (_handedOver)
        {
            _handedOver = false;
            events.Add(new BlankEvent("session.handover", _parts.Phrases.Say("blank.session.handover", State.Language)));
        }

        if (State.Language != State.ShownLanguage)
        {
            // The language of the last understood turn leads, on the screen too.
            State.ShownLanguage = State.Language;
            events.Add(new SettingsEvent(State.Language, State.Silent, State.Volume));
        }

        events.AddRange(result.Events);
        if (card is not null)
        {
            events.Add(new CardEvent(card));
        }

        events.Add(new HintsEvent(_parts.Hints.For(State, State.Language)));
        return new TurnOutput(turn.Report(result, speech, card, input.Language), events, turn.Intent is "speech.stop" or "cancel" or "session.lock");
    }

    private string Spoken(TurnRecorder turn, HandlerResult result)
    {
        if (State.Silent || (turn.Match?.Contract.Present == Nlu.Packs.Contracts.Presentation.Screen && !result.Harmless))
        {
            return string.Empty;
        }

        var restricted = !result.Harmless && result.Card is { Sensitivity: not "normal" };
        return restricted && !_parts.PrivateAudio ? _parts.Phrases.Say("say.screen-only", State.Language) : result.Speech;
    }

    private TurnContext ContextOf(TurnRecorder turn, IntentMatch match) => new()
    {
        Turn = turn.Turn,
        Language = State.Language,
        Match = match,
        State = State,
        Terminal = _terminal,
        Access = AccessOf(turn.Turn),
        Doctor = _gate.Doctor,
    };

    private AccessContext AccessOf(string turn)
    {
        var doctor = _gate.Doctor is { } open && _gate.Reading.State is SpeakerTrust.Trusted or SpeakerTrust.Building ? _gate.Doctor : _gate.Reading.Doctor;
        return new AccessContext
        {
            Doctor = doctor?.Id,
            DoctorName = doctor?.Name.In("ru"),
            Role = doctor?.Role ?? "unknown",
            Hospital = doctor?.Hospital ?? _terminal.Hospital,
            Purpose = State.Emergency is null ? "TREAT" : "ETREAT",
            Trust = double.IsFinite(_gate.Reading.Trust) ? _gate.Reading.Trust : null,
            Turn = turn,
            Terminal = _terminal.Id,
            Emergency = State.Emergency,
        };
    }

    private static string SensitivityOf(IntentMatch match) => match.Contract.Sensitivity switch
    {
        Nlu.Packs.Contracts.Sensitivity.Restricted => "restricted",
        Nlu.Packs.Contracts.Sensitivity.VeryRestricted => "very-restricted",
        _ => "normal",
    };
}
