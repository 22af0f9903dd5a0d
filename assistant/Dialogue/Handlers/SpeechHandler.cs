using VoiceMed.Assistant.Screen.Events;
using VoiceMed.Assistant.Wording;

namespace VoiceMed.Assistant.Dialogue.Handlers;

/// <summary>Changes how answers sound: stop, louder, quieter, read aloud again, the other language.</summary>
public sealed class SpeechHandler(Phrasebook phrases) : IIntentHandler
{
    private const int Step = 20;

    /// <inheritdoc/>
    public bool Handles(string intent) => intent is "speech.stop" or "speech.louder" or "speech.quieter" or "speech.read" or "language.switch";

    /// <inheritdoc/>
    public ValueTask<HandlerResult> HandleAsync(TurnContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var state = context.State;
        return ValueTask.FromResult(context.Match.Intent switch
        {
            "speech.stop" => new HandlerResult { Reason = "speech.stopped", Harmless = true },
            "speech.read" => new HandlerResult { Reason = "screen.answered", Speech = state.LastSpeech },
            "language.switch" => Switch(context),
            "speech.louder" => Loudness(state, Math.Min(100, state.Volume + Step)),
            _ => Loudness(state, Math.Max(10, state.Volume - Step)),
        });
    }

    private static HandlerResult Loudness(ConversationState state, int volume)
    {
        state.Volume = volume;
        return new HandlerResult { Reason = "speech.volume", Harmless = true, Events = [Settings(state)] };
    }

    private HandlerResult Switch(TurnContext context)
    {
        context.State.Language = context.Slot("language") ?? (context.State.Language == "ru" ? "en" : "ru");
        return new HandlerResult
        {
            Reason = "language.switched",
            Harmless = true,
            Speech = phrases.Say("say.language", context.State.Language),
            Events = [Settings(context.State)],
        };
    }

    private static SettingsEvent Settings(ConversationState state) => new(state.Language, state.Silent, state.Volume);
}
