using System.Text.Json;

namespace VoiceMed.Ledger.Contracts;

/// <summary>One call of a contract, as it stands in the contract's chain: what was asked, what came of it.</summary>
/// <param name="Version">The version that ran.</param>
/// <param name="Method">What was asked.</param>
/// <param name="Arguments">With what.</param>
/// <param name="Caller">By whom.</param>
/// <param name="Result">The answer; null for none.</param>
/// <param name="Writes">The keys that changed, in order, with their new values; null for removed ones.</param>
public sealed record Invocation(
    string Version, string Method, JsonElement Arguments, string Caller, JsonElement? Result, IReadOnlyList<StateWrite> Writes)
{
    /// <summary>The entry's kind.</summary>
    public const string Kind = "invocation";
}
