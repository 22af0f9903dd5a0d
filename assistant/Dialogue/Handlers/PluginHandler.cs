using VoiceMed.Assistant.Pipeline;
using VoiceMed.Assistant.Wording;
using VoiceMed.Nlu;
using VoiceMed.Nlu.Packs.Contracts;

namespace VoiceMed.Assistant.Dialogue.Handlers;

/// <summary>
/// Carries out intents whose contract names a plug-in's handler. A plug-in answers what it was permitted and nothing else: it can
/// neither take an intent its contract does not give it, nor leave the audit out, nor have restricted data spoken.
/// </summary>
/// <param name="intents">Gives the intents in force.</param>
/// <param name="plugins">The handlers by the name of their class, with and without its namespace.</param>
/// <param name="phrases">What the assistant itself says.</param>
public sealed class PluginHandler(Func<IntentSet> intents, IReadOnlyDictionary<string, IIntentHandler> plugins, Phrasebook phrases) : IIntentHandler
{
    /// <inheritdoc/>
    public bool Handles(string intent) => intents().Intents.GetValueOrDefault(intent)?.Call?.Handler is not null;

    /// <inheritdoc/>
    public async ValueTask<HandlerResult> HandleAsync(TurnContext context, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(context);
        var contract = context.Match.Contract;
        if (plugins.GetValueOrDefault(contract.Call!.Handler!) is not { } plugin || !plugin.Handles(contract.Id))
        {
            Serilog.Log.Error("{Intent} wants the handler {Handler}, which no plug-in brings", contract.Id, contract.Call!.Handler);
            return Missing(context);
        }

        var result = await plugin.HandleAsync(context, cancellation).ConfigureAwait(false);
        return result with { Audited = false, Harmless = result.Harmless && contract.Sensitivity == Sensitivity.Normal };
    }

    private HandlerResult Missing(TurnContext context) => new()
    {
        Outcome = TurnOutcome.Failed,
        Reason = "plugin.missing",
        Harmless = true,
        Speech = phrases.Say("say.failed", context.Language, phrases.Reason("plugin.missing", context.Language)),
    };
}
