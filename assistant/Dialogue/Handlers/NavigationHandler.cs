using VoiceMed.Assistant.Pipeline;
using VoiceMed.Assistant.Wording;

namespace VoiceMed.Assistant.Dialogue.Handlers;

/// <summary>Moves through what is already on the screen: next, previous, back, repeat.</summary>
public sealed class NavigationHandler(Phrasebook phrases) : IIntentHandler
{
    /// <inheritdoc/>
    public bool Handles(string intent) => intent is "nav.next" or "nav.previous" or "nav.back" or "nav.repeat" or "speech.screen";

    /// <inheritdoc/>
    public ValueTask<HandlerResult> HandleAsync(TurnContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ValueTask.FromResult(context.Match.Intent switch
        {
            "nav.next" => Move(context, +1),
            "nav.previous" => Move(context, -1),
            "nav.back" => Back(context),
            "nav.repeat" => Repeat(context),
            _ => Again(context),
        });
    }

    private HandlerResult Move(TurnContext context, int step)
    {
        if (context.State.List is not { } list || list.Focus + step < 1 || list.Focus + step > list.Records.Count)
        {
            return Nothing(context);
        }

        var focus = list.Focus + step;
        var card = list.Card with { Focus = focus };
        context.State.Refocus(list with { Focus = focus, Card = card });
        return new HandlerResult { Reason = "screen.answered", Card = card };
    }

    private HandlerResult Back(TurnContext context) =>
        context.State.Document is not null && context.State.List is { } under
            ? Closed(context, under)
            : context.State.Back() is { } earlier ? new HandlerResult { Reason = "screen.answered", Card = earlier.Card } : Nothing(context);

    private static HandlerResult Closed(TurnContext context, ShownList under)
    {
        context.State.Document = null;
        return new HandlerResult { Reason = "screen.answered", Card = under.Card };
    }

    private HandlerResult Repeat(TurnContext context) => context.State.LastSpeech.Length > 0
        ? new HandlerResult { Reason = "screen.answered", Speech = context.State.LastSpeech }
        : Nothing(context);

    private HandlerResult Again(TurnContext context) => context.State.List is { } list
        ? new HandlerResult { Reason = "screen.answered", Card = list.Card }
        : Nothing(context);

    private HandlerResult Nothing(TurnContext context) => new()
    {
        Outcome = TurnOutcome.Failed,
        Reason = "screen.nothing",
        Speech = phrases.Say("say.no-item", context.Language),
        Harmless = true,
    };
}
