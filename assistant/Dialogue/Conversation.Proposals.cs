using VoiceMed.Assistant.Authorising;
using VoiceMed.Assistant.Pipeline;
using VoiceMed.Assistant.Screen.Events;
using VoiceMed.Nlu.Dialogues;
using VoiceMed.Nlu.Parsing;

namespace VoiceMed.Assistant.Dialogue;

/// <content>What is not said by the doctor but proposed to them: by an agent's call, or by a language model for words nobody understood.</content>
public sealed partial class Conversation
{
    /// <summary>
    /// Carries out an intent by identifier, as an agent calls it: a turn under the same policy, confirmations and audit as a typed
    /// question. Nothing that was asked is confirmed this way: that stays with the doctor.
    /// </summary>
    /// <param name="intent">The intent's identifier.</param>
    /// <param name="slots">Canonical slot values; the patient is always the conversation's own.</param>
    /// <param name="cancellation">Ends the wait for the ledger.</param>
    /// <exception cref="ArgumentException">There is no such intent.</exception>
    public async ValueTask<TurnOutput> InvokeAsync(string intent, IReadOnlyDictionary<string, string> slots, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(slots);
        if (!_parts.Intents().Intents.ContainsKey(intent))
        {
            throw new ArgumentException($"There is no intent '{intent}'.", nameof(intent));
        }

        var input = TurnInput.Typed(string.Empty, State.Language);
        var turn = NewTurn(input);
        turn.Who(_gate.Reading);
        var match = Chosen(intent, slots.Select(slot => (slot.Key, slot.Value)));
        turn.Meant(intent, match);
        var before = State.Dialogue.Context;
        var result = intent == "confirm.yes"
            ? Refuse("confirmation.doctor")
            : Permit(match, spoken: false) ?? await CarryOnAsync(turn, match, cancellation).ConfigureAwait(false);
        if (result.Outcome is TurnOutcome.Refused or TurnOutcome.Challenge)
        {
            State.Dialogue.Context = before;
        }

        return Output(turn, input, await AuditAsync(turn, result, cancellation).ConfigureAwait(false));
    }

    // Missing slots are asked for and confirmations demanded, whichever way the intent came here.
    private async ValueTask<HandlerResult> CarryOnAsync(TurnRecorder turn, IntentMatch match, CancellationToken cancellation)
    {
        if (match.Intent is "cancel" or "confirm.no")
        {
            State.Dialogue.Context = State.Dialogue.Context with { Pending = null };
            return _executor.Cancel(ContextOf(turn, match));
        }

        var decided = State.Dialogue.Propose(match, string.Empty, State.Language, confirm: false);
        turn.Meant(match.Intent, decided.Intent);
        var context = ContextOf(turn, decided.Intent!);
        return decided.Act == DialogueAct.Execute || (decided.Act == DialogueAct.Choose && match.Intent == "patient.select")
            ? await _executor.ExecuteAsync(context, turn, cancellation).ConfigureAwait(false)
            : _executor.AskBack(context, decided);
    }

    private async ValueTask<HandlerResult> ProposeAsync(TurnRecorder turn, TurnInput input, ParseResult parsed, bool spoken, CancellationToken cancellation)
    {
        if (_parts.Proposer is not { } proposer
            || await proposer.ProposeAsync(input.Text, input.Language, _parts.Intents(), cancellation).ConfigureAwait(false) is not { } intent)
        {
            return NotUnderstood(parsed);
        }

        var match = _parts.Intents().Fill(intent, input.Text, input.Language);
        turn.Meant(intent, match);
        if (Permit(match, spoken) is { } notYet)
        {
            return notYet;
        }

        State.Language = input.Language;
        var decided = State.Dialogue.Propose(match, input.Text, input.Language, confirm: true);
        var context = ContextOf(turn, decided.Intent!);
        if (decided.Act != DialogueAct.AskConfirmation)
        {
            return _executor.AskBack(context, decided);
        }

        var question = _parts.Phrases.Say(
            "say.proposed", input.Language, _parts.Intents().Hint(intent, input.Language) ?? _parts.Phrases.Operation(intent, input.Language));
        return new HandlerResult
        {
            Outcome = TurnOutcome.Confirm,
            Reason = "proposal.unconfirmed",
            Speech = question,
            Harmless = true,
            Events = [new QuestionEvent(turn.Turn, question)],
        };
    }
}
