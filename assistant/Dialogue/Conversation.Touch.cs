using NodaTime.Text;
using VoiceMed.Assistant.Authorising;
using VoiceMed.Assistant.Pipeline;
using VoiceMed.Assistant.Screen.Events;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;
using VoiceMed.Nlu.Parsing;

namespace VoiceMed.Assistant.Dialogue;

/// <content>What is done at the screen without speaking: each is a turn of its own, under the same policy and audit.</content>
public sealed partial class Conversation
{
    private const string WristbandPrefix = "voicemed:patient:";

    /// <summary>The same as saying yes or no to the open question.</summary>
    public ValueTask<TurnOutput> AnswerAsync(bool yes, CancellationToken cancellation = default) =>
        TypeAsync(yes ? "typed.yes" : "typed.no", null, cancellation);

    /// <summary>The same as saying "open the second".</summary>
    /// <param name="index">The number beside the item, from 1.</param>
    /// <param name="cancellation">Ends the wait for the ledger.</param>
    public ValueTask<TurnOutput> SelectAsync(int index, CancellationToken cancellation = default) => TypeAsync("typed.select", index, cancellation);

    /// <summary>"Lock" was touched: anybody may hide what is on the screen.</summary>
    public ValueTask<TurnOutput> LockAsync(CancellationToken cancellation = default) => TypeAsync("typed.lock", null, cancellation);

    /// <summary>"End the session" was touched: anybody may.</summary>
    public ValueTask<TurnOutput> EndAsync(CancellationToken cancellation = default) =>
        DirectAsync("session.end", (context, _, _) => ValueTask.FromResult(_executor.End(context)), cancellation);

    /// <summary>A package was held before the camera: the same as asking whether it is genuine.</summary>
    /// <param name="code">The text of its code.</param>
    /// <param name="cancellation">Ends the wait for the ledger.</param>
    public ValueTask<TurnOutput> VerifyResourceAsync(string code, CancellationToken cancellation = default) =>
        DirectAsync("resource.verify", async (context, turn, stop) =>
        {
            var may = _gate.Decide("resource.verify", "normal", spoken: false);
            if (may.Verdict != GateVerdict.Allow)
            {
                return Refuse(may.Reason);
            }

            var match = Chosen("resource.verify", ("item", code));
            return await _executor.ExecuteAsync(context with { Match = match }, turn, stop).ConfigureAwait(false);
        }, cancellation);

    /// <summary>
    /// A wristband was scanned. It carries the patient's identifier and birth date, <c>voicemed:patient:ID:YYYY-MM-DD</c>: both must
    /// agree with the ledger, and then the patient is confirmed.
    /// </summary>
    /// <param name="code">The text of the wristband's code.</param>
    /// <param name="cancellation">Ends the wait for the ledger.</param>
    public ValueTask<TurnOutput> ScanWristbandAsync(string code, CancellationToken cancellation = default) =>
        DirectAsync("patient.select", async (context, _, stop) =>
        {
            var may = _gate.Decide("patient.select", "normal", spoken: false);
            if (may.Verdict == GateVerdict.Refuse)
            {
                return Refuse(may.Reason);
            }

            return await PatientOfAsync(code, context, stop).ConfigureAwait(false) is { } patient
                ? _parts.Patients.Confirm(context, patient) with { Audited = true }
                : new HandlerResult
                {
                    Outcome = TurnOutcome.Failed,
                    Reason = "wristband.mismatch",
                    Harmless = true,
                    Speech = _parts.Phrases.Say("say.wristband", State.Language),
                };
        }, cancellation);

    /// <summary>A PIN was entered as the other factor.</summary>
    /// <param name="doctor">The doctor who claims it; null for the one who is recognised.</param>
    /// <param name="pin">The PIN; never logged.</param>
    /// <param name="cancellation">Ends the wait for the ledger.</param>
    public ValueTask<TurnOutput> EnterPinAsync(DoctorId? doctor, string pin, CancellationToken cancellation = default) =>
        FactorAsync(() => _gate.EnterPin(doctor, pin), cancellation);

    /// <summary>A badge was shown as the other factor.</summary>
    /// <param name="code">The text of the badge's code; never logged.</param>
    /// <param name="cancellation">Ends the wait for the ledger.</param>
    public ValueTask<TurnOutput> ShowBadgeAsync(string code, CancellationToken cancellation = default) =>
        FactorAsync(() => _gate.ShowBadge(code), cancellation);

    private ValueTask<TurnOutput> TypeAsync(string phrase, object? value, CancellationToken cancellation) =>
        TurnAsync(TurnInput.Typed(_parts.Phrases.Say(phrase, State.Language, value), State.Language), cancellation);

    private ValueTask<TurnOutput> FactorAsync(Func<GateDecision> give, CancellationToken cancellation) =>
        DirectAsync("session.lock", "session.open", async (context, turn, stop) =>
        {
            var decision = Meet(give);
            turn.Who(_gate.Reading);
            return await ChallengeAnswerAsync(turn, decision, stop).ConfigureAwait(false);
        }, cancellation);

    private ValueTask<TurnOutput> DirectAsync(
        string intent, Func<TurnContext, TurnRecorder, CancellationToken, ValueTask<HandlerResult>> carryOut, CancellationToken cancellation) =>
        DirectAsync(intent, intent, carryOut, cancellation);

    private async ValueTask<TurnOutput> DirectAsync(
        string intent, string noted, Func<TurnContext, TurnRecorder, CancellationToken, ValueTask<HandlerResult>> carryOut, CancellationToken cancellation)
    {
        var input = TurnInput.Typed(string.Empty, State.Language);
        var turn = NewTurn(input);
        turn.Who(_gate.Reading);
        turn.Meant(noted, null);
        var context = ContextOf(turn, Chosen(intent));
        var result = await _executor.GuardAsync(context, () => carryOut(context, turn, cancellation), cancellation).ConfigureAwait(false);
        return Output(turn, input, await AuditAsync(turn, result, cancellation).ConfigureAwait(false));
    }

    private IntentMatch Chosen(string intent, params IEnumerable<(string Slot, string Value)> slots) => new(
        _parts.Intents().Intents[intent],
        slots.ToDictionary(slot => slot.Slot, slot => new SlotValue(slot.Value, slot.Value, SlotSource.Said), StringComparer.Ordinal),
        1, MatchSource.Dialogue, null);

    private async ValueTask<Patient?> PatientOfAsync(string code, TurnContext context, CancellationToken cancellation)
    {
        var parts = code.StartsWith(WristbandPrefix, StringComparison.Ordinal) ? code[WristbandPrefix.Length..].Split(':') : [];
        if (parts is not [{ Length: > 0 }, _] || !LocalDatePattern.Iso.Parse(parts[1]).TryGetValue(default, out var birthDate))
        {
            return null;
        }

        var answer = await _parts.Ledger.GetPatientAsync(new PatientId(parts[0]), context.Access, cancellation).ConfigureAwait(false);
        return answer.Items.FirstOrDefault(patient => patient.BirthDate == birthDate);
    }
}
