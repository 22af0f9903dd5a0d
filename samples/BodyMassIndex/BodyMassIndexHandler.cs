using System.Globalization;
using NodaTime;
using VoiceMed.Assistant.Answering;
using VoiceMed.Assistant.Dialogue;
using VoiceMed.Assistant.Dialogue.Handlers;
using VoiceMed.LedgerClient;
using VoiceMed.Nlu.Replies;

namespace VoiceMed.Samples.BodyMassIndex;

/// <summary>
/// Answers "посчитай индекс массы тела, рост сто семьдесят пять": takes the last weight from the ledger, on behalf of the doctor who
/// asks, and divides it by the square of the height that was said. The host has decided already that this doctor may ask, and that
/// the patient is confirmed; it writes the audit entry afterwards. Keeps no state.
/// </summary>
/// <param name="ledger">Whatever a constructor asks for is given by the host: the ledger, the reply writer, the clock.</param>
/// <param name="replies">Words the answer from the pack's reply templates.</param>
/// <param name="time">The clock.</param>
public sealed class BodyMassIndexHandler(IClinicalLedger ledger, IReplyWriter replies, TimeProvider time) : IIntentHandler
{
    /// <inheritdoc/>
    public bool Handles(string intent) => intent == "bmi.calculate";

    /// <inheritdoc/>
    public async ValueTask<HandlerResult> HandleAsync(TurnContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var patient = context.State.Patient!.Record;
        var weights = await ledger.GetObservationsAsync(patient.Patient, "weight", null, 1, context.Access, cancellation).ConfigureAwait(false);
        var values = new Dictionary<string, string> { ["patient"] = patient.Name.In(context.Language) };
        var outcome = ReplyOutcome.None;
        if (weights.Items is [var weight, ..] && Metres(context.Slot("height")) is { } height)
        {
            outcome = ReplyOutcome.One;
            values["value"] = Math.Round((double)weight.Value / (height * height), 1).ToString(CultureInfo.InvariantCulture);
            values["weight"] = weight.Value.ToString("0.#", CultureInfo.InvariantCulture);
        }

        var reply = replies.Write(context.Match.Intent, outcome, context.Language, values, []);
        var frame = new CardFrame(context.Turn, reply.Speech, context.Language, values["patient"], null, "normal", Instant.FromDateTimeOffset(time.GetUtcNow()));
        return new HandlerResult
        {
            Reason = "bmi.calculated",
            Speech = reply.Speech,
            Card = CardBuilder.Message(frame, reply.Speech),
        };
    }

    // Said in centimetres; anything else is no grown person's height.
    private static double? Metres(string? said) =>
        double.TryParse(said, CultureInfo.InvariantCulture, out var centimetres) && centimetres is >= 100 and <= 250 ? centimetres / 100 : null;
}
