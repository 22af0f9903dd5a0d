using System.Text.Json;

namespace VoiceMed.Ledger.Governance;

/// <summary>Something the council is asked to agree on.</summary>
/// <param name="Id">The proposal, derived from what is proposed: the same twice is one.</param>
/// <param name="Effect">The kind of the entry that comes of it, for example <see cref="Admission.Kind"/>.</param>
/// <param name="Chain">The chain that entry goes to.</param>
/// <param name="Subject">That entry's payload.</param>
public sealed record Proposal(string Id, string Effect, string Chain, JsonElement Subject)
{
    /// <summary>The entry's kind.</summary>
    public const string Kind = "proposal";
}
