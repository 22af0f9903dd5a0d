using System.Text.Json;
using VoiceMed.Ledger.Contracts;

namespace VoiceMed.Contracts;

/// <summary>
/// A contract of the embedded ledger, as an example to write one's own by: who is on shift in a ward, and since when. A shift is handed
/// over by the doctor who has it, and taken when nobody has it or the one who has it has been on it for more than a day.
/// </summary>
/// <remarks>
/// Methods, each with the argument <c>ward</c>: <c>take</c>, <c>release</c>, <c>who</c>; <c>hand-over</c> also with <c>to</c>; <c>list</c>
/// without arguments. Stateless; thread-safe.
/// </remarks>
public sealed class ShiftHandover : ILedgerContract
{
    private const string Prefix = "ward/";
    private static readonly JsonSerializerOptions Json = JsonSerializerOptions.Web;
    private static readonly NodaTime.Duration LongestShift = NodaTime.Duration.FromDays(1);

    /// <inheritdoc/>
    public string Name => "shift-handover";

    /// <inheritdoc/>
    public string Version => "1.0";

    /// <inheritdoc/>
    public JsonElement? Invoke(string method, JsonElement arguments, IContractState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return method switch
        {
            "take" => Take(Text(arguments, "ward"), state),
            "hand-over" => HandOver(Text(arguments, "ward"), Text(arguments, "to"), state),
            "release" => Release(Text(arguments, "ward"), state),
            "who" => JsonSerializer.SerializeToElement(Find(state, Text(arguments, "ward")), Json),
            "list" => JsonSerializer.SerializeToElement(state.Keys(Prefix).ToDictionary(key => key[Prefix.Length..], key => Find(state, key[Prefix.Length..])), Json),
            _ => throw new ContractException("shift.method", $"There is no '{method}'; call take, hand-over, release, who or list."),
        };
    }

    private static JsonElement? Take(string ward, IContractState state) =>
        Find(state, ward) is { } shift && shift.Doctor != state.Caller && state.Now - NodaTime.Text.InstantPattern.ExtendedIso.Parse(shift.Since).Value <= LongestShift
            ? throw new ContractException("shift.taken", $"{shift.Doctor} is on shift in {ward} and has to hand it over.")
            : Begin(ward, state.Caller, state);

    private static JsonElement? HandOver(string ward, string to, IContractState state)
    {
        RequireOwn(ward, state);
        return Begin(ward, to, state);
    }

    private static JsonElement? Release(string ward, IContractState state)
    {
        RequireOwn(ward, state);
        state.Remove(Prefix + ward);
        return null;
    }

    private static void RequireOwn(string ward, IContractState state)
    {
        if (Find(state, ward)?.Doctor != state.Caller)
        {
            throw new ContractException("shift.not-yours", $"{state.Caller} is not on shift in {ward}.");
        }
    }

    private static JsonElement Begin(string ward, string doctor, IContractState state)
    {
        var shift = new Shift(doctor, NodaTime.Text.InstantPattern.ExtendedIso.Format(state.Now));
        state.Put(Prefix + ward, JsonSerializer.Serialize(shift, Json));
        return JsonSerializer.SerializeToElement(shift, Json);
    }

    private static Shift? Find(IContractState state, string ward) =>
        state.Get(Prefix + ward) is { } kept ? JsonSerializer.Deserialize<Shift>(kept, Json) : null;

    private static string Text(JsonElement arguments, string name) =>
        arguments.ValueKind == JsonValueKind.Object && arguments.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 and <= 64 } text
            ? text
            : throw new ContractException("shift.argument", $"The call needs '{name}', a text of 1 to 64 characters.");

    private sealed record Shift(string Doctor, string Since);
}
