using System.Globalization;
using NodaTime;
using NodaTime.Text;
using VoiceMed.Assistant.Answering;
using VoiceMed.Assistant.Asking;
using VoiceMed.Assistant.Pipeline;
using VoiceMed.Assistant.Screen.Events;
using VoiceMed.Assistant.Wording;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;
using VoiceMed.Nlu.Language;

namespace VoiceMed.Assistant.Dialogue.Handlers;

/// <summary>
/// Chooses and confirms the patient. Two identifiers, name and birth date, are said back and confirmed before anything of a
/// patient is disclosed; a bed or a name alone never opens a record.
/// </summary>
public sealed class PatientHandler(LedgerQuestions questions, CardBuilder cards, Phrasebook phrases, IReplyGrammars grammars, TimeProvider time)
    : IIntentHandler
{
    /// <inheritdoc/>
    public bool Handles(string intent) => intent is "patient.select" or "patient.current";

    /// <inheritdoc/>
    public ValueTask<HandlerResult> HandleAsync(TurnContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Match.Intent == "patient.current"
            ? ValueTask.FromResult(Current(context))
            : SelectAsync(context, cancellation);
    }

    /// <summary>Asks whether this is the patient; nothing else is disclosed until the answer is yes.</summary>
    /// <param name="context">The turn.</param>
    /// <param name="patient">The patient.</param>
    /// <param name="then">What goes on after a yes, or null.</param>
    /// <param name="audited">True when the ledger has already written the turn's audit entry.</param>
    public HandlerResult AskWhether(TurnContext context, Patient patient, Nlu.Parsing.IntentMatch? then, bool audited)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(patient);
        context.State.SetPatient(new CurrentPatient(patient, Confirmed: false));
        context.State.Question = new OpenQuestion(context.Turn, patient, then);
        var text = phrases.Say(
            "say.confirm.patient", context.Language, patient.Name.In(context.Language),
            grammars.Of(context.Language).Date(LocalDatePattern.Iso.Format(patient.BirthDate)));
        return new HandlerResult
        {
            Outcome = TurnOutcome.Confirm,
            Reason = "patient.unconfirmed",
            Speech = text,
            Audited = audited,
            Harmless = true,
            Events = [new PatientEvent(context.State.Patient!.ForScreen(context.Language)), new QuestionEvent(context.Turn, text)],
        };
    }

    /// <summary>Takes a yes: the patient is confirmed.</summary>
    public HandlerResult Confirm(TurnContext context, Patient patient)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(patient);
        context.State.SetPatient(new CurrentPatient(patient, Confirmed: true));
        return new HandlerResult
        {
            Reason = "patient.confirmed",
            Harmless = true,
            Speech = phrases.Say("say.patient.confirmed", context.Language, patient.Name.In(context.Language)),
            Events = [new QuestionEvent(context.Turn, null), new PatientEvent(context.State.Patient!.ForScreen(context.Language))],
        };
    }

    private HandlerResult Current(TurnContext context)
    {
        if (context.State.Patient is not { } patient)
        {
            return Ask(context, "say.patient.choose");
        }

        return patient.Confirmed
            ? new HandlerResult
            {
                Reason = "screen.answered",
                Harmless = true,
                Speech = $"{patient.Record.Name.In(context.Language)}, {grammars.Of(context.Language).Date(LocalDatePattern.Iso.Format(patient.Record.BirthDate))}.",
                Events = [new PatientEvent(patient.ForScreen(context.Language))],
            }
            : AskWhether(context, patient.Record, null, audited: false);
    }

    private async ValueTask<HandlerResult> SelectAsync(TurnContext context, CancellationToken cancellation)
    {
        if (!context.Match.Slots.TryGetValue("patient", out var slot))
        {
            return Ask(context, "say.patient.choose");
        }

        var found = new List<LedgerRecord>();
        LedgerResult? last = null;
        foreach (var candidate in slot.Candidates)
        {
            last = await questions.AskAsync(
                context, "GetPatient", new Dictionary<string, object?> { ["patient"] = new PatientId(candidate) }, cancellation).ConfigureAwait(false);
            found.AddRange(last.Records);
        }

        return found.Count switch
        {
            0 => Ask(context, "say.patient.none") with { Audited = true },
            1 => AskWhether(context, (Patient)found[0], null, audited: true),
            _ => Which(context, last! with { Records = found }),
        };
    }

    private HandlerResult Which(TurnContext context, LedgerResult result)
    {
        var text = phrases.Say("say.patient.which", context.Language, result.Count.ToString(CultureInfo.InvariantCulture));
        var frame = new CardFrame(
            context.Turn, text, context.Language, null, null, "normal", Instant.FromDateTimeOffset(time.GetUtcNow()));
        var card = cards.Build(result, frame, questions.Hospitals);
        context.State.SetPatient(null);
        context.State.Show(new ShownList(context.Match.Intent, result, card, 0));
        return new HandlerResult
        {
            Outcome = TurnOutcome.Confirm,
            Reason = "patient.ambiguous",
            Speech = text,
            Card = card,
            Audited = true,
            Harmless = true,
            Events = [new PatientEvent(null)],
        };
    }

    private HandlerResult Ask(TurnContext context, string phrase) => new()
    {
        Outcome = TurnOutcome.Confirm,
        Reason = "patient.missing",
        Speech = phrases.Say(phrase, context.Language),
        Harmless = true,
    };
}
