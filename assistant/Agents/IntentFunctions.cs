using Microsoft.Extensions.AI;
using VoiceMed.Assistant.Dialogue;
using VoiceMed.Nlu;

namespace VoiceMed.Assistant.Agents;

/// <summary>The intents in force as functions for an agent, for example as a Semantic Kernel plug-in.</summary>
public static class IntentFunctions
{
    /// <summary>One function for each intent of the packs, those of the hospital's own packs included.</summary>
    /// <param name="conversation">The conversation the functions call into; who may have what is decided there.</param>
    /// <param name="intents">The intents in force.</param>
    public static IReadOnlyList<AIFunction> Of(Conversation conversation, IntentSet intents)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(intents);
        return [.. intents.Intents.Values.Select(contract => new IntentFunction(conversation, contract))];
    }
}
