using NodaTime;
using VoiceMed.Assistant.Answering;
using VoiceMed.Assistant.Screen.Events;
using VoiceMed.Assistant.Wording;

namespace VoiceMed.Assistant.Dialogue.Handlers;

/// <summary>Says what one can say. Needs no doctor: it discloses nothing.</summary>
public sealed class HelpHandler(IHints hints, Phrasebook phrases, TimeProvider time) : IIntentHandler
{
    /// <inheritdoc/>
    public bool Handles(string intent) => intent is "help";

    /// <inheritdoc/>
    public ValueTask<HandlerResult> HandleAsync(TurnContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var sentences = hints.For(context.State, context.Language);
        var speech = phrases.Say("say.help", context.Language, string.Join(", ", sentences.Take(3).Select(sentence => $"«{sentence}»")));
        var frame = new CardFrame(
            context.Turn, phrases.Say("say.help.title", context.Language), context.Language, null, null, "normal",
            Instant.FromDateTimeOffset(time.GetUtcNow()));
        return ValueTask.FromResult(new HandlerResult
        {
            Reason = "help",
            Speech = speech,
            Card = CardBuilder.Message(frame, [.. sentences]),
            Harmless = true,
            Events = [new HintsEvent(sentences)],
        });
    }
}
