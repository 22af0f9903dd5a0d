using System.Globalization;
using NodaTime;
using VoiceMed.Assistant.Asking;
using VoiceMed.Assistant.Wording;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Assistant.Dialogue.Handlers;

/// <summary>Opens emergency access for the verified doctor, with the reason as spoken.</summary>
public sealed class EmergencyHandler(LedgerQuestions questions, Phrasebook phrases, DateTimeZone zone) : IIntentHandler
{
    /// <inheritdoc/>
    public bool Handles(string intent) => intent is "emergency.access";

    /// <inheritdoc/>
    public async ValueTask<HandlerResult> HandleAsync(TurnContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var arguments = new Dictionary<string, object?>
        {
            ["patient"] = context.State.Patient!.Record.Patient,
            ["reason"] = context.Slot("reason"),
        };
        var result = await questions.AskAsync(context, "RequestEmergencyAccess", arguments, cancellation).ConfigureAwait(false);
        var opened = (EmergencyAccess)result.Records[0];
        context.State.Emergency = opened.Id;
        return new HandlerResult
        {
            Reason = "emergency.opened",
            Audited = true,
            Harmless = true,
            Speech = phrases.Say("say.emergency.opened", context.Language, opened.Until.InZone(zone).TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture)),
        };
    }
}
