using System.Text.Json;
using Microsoft.Extensions.AI;
using VoiceMed.Assistant.Dialogue;
using VoiceMed.Nlu.Packs.Contracts;

namespace VoiceMed.Assistant.Agents;

/// <summary>
/// One intent as a function an agent may call. A call is a turn of the conversation like a typed question: the same policy, missing
/// pieces asked for, the same confirmations and audit. An agent cannot confirm what it has asked itself. As thread-safe as the
/// conversation: one call at a time.
/// </summary>
/// <param name="conversation">The conversation it calls into.</param>
/// <param name="contract">The intent.</param>
public sealed class IntentFunction(Conversation conversation, IntentContract contract) : AIFunction
{
    private readonly Lazy<JsonElement> _schema = new(() => SchemaOf(contract));

    /// <summary>The intent's identifier with <c>_</c> for <c>.</c> and <c>-</c>, as function names demand.</summary>
    public override string Name { get; } = contract.Id.Replace('.', '_').Replace('-', '_');

    /// <inheritdoc/>
    public override string Description => contract.Summary;

    /// <inheritdoc/>
    public override JsonElement JsonSchema => _schema.Value;

    /// <summary>Carries one turn out.</summary>
    /// <returns>A JSON object: <c>outcome</c>, <c>reason</c> and <c>speech</c>, what the assistant says aloud for it.</returns>
    protected override async ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var slots = arguments.Where(argument => contract.Slots.ContainsKey(argument.Key) && argument.Value is not null)
            .ToDictionary(argument => argument.Key, argument => TextOf(argument.Value!), StringComparer.Ordinal);
        var output = await conversation.InvokeAsync(contract.Id, slots, cancellationToken).ConfigureAwait(false);
        return JsonSerializer.SerializeToElement(new
        {
            outcome = output.Report.Verdict.Outcome,
            reason = output.Report.Verdict.Reason,
            speech = output.Report.Answered.Speech,
        });
    }

    private static string TextOf(object value) => value is JsonElement { ValueKind: JsonValueKind.String } text ? text.GetString()! : value.ToString()!;

    private static JsonElement SchemaOf(IntentContract contract) => JsonSerializer.SerializeToElement(new Dictionary<string, object>
    {
        ["type"] = "object",
        ["properties"] = contract.Slots.Values.ToDictionary(
            slot => slot.Name, object (slot) => new { type = "string", description = $"A canonical value of the type {slot.Type}." }),
        ["required"] = contract.Slots.Values.Where(slot => slot is { Required: true, Inherit: null }).Select(slot => slot.Name).ToArray(),
        ["additionalProperties"] = false,
    });
}
