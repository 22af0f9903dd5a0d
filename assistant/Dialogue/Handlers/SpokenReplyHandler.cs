using NodaTime;
using VoiceMed.Assistant.Answering;
using VoiceMed.Nlu;
using VoiceMed.Nlu.Replies;

namespace VoiceMed.Assistant.Dialogue.Handlers;

/// <summary>Answers intents of a hospital's own pack that call nothing with the words the pack holds for <c>done</c>. Stateless.</summary>
public sealed class SpokenReplyHandler(Func<IntentSet> intents, IReplyWriter replies, TimeProvider time) : IIntentHandler
{
    /// <inheritdoc/>
    public bool Handles(string intent) => intents().Intents.GetValueOrDefault(intent) is { Call: null };

    /// <inheritdoc/>
    public ValueTask<HandlerResult> HandleAsync(TurnContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var values = context.Match.Slots.ToDictionary(slot => slot.Key, slot => slot.Value.Value, StringComparer.Ordinal);
        var reply = replies.Write(context.Match.Intent, ReplyOutcome.Done, context.Language, values, []);
        var frame = new CardFrame(
            context.Turn, reply.Screen.Length > 0 ? reply.Screen : reply.Speech, context.Language, null, null,
            CardFrame.NameOf((LedgerClient.Records.Sensitivity)(int)context.Match.Contract.Sensitivity), Instant.FromDateTimeOffset(time.GetUtcNow()));
        return ValueTask.FromResult(new HandlerResult
        {
            Reason = "pack.answered",
            Speech = reply.Speech,
            Card = CardBuilder.Message(frame, reply.Speech),
        });
    }
}
