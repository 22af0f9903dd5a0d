namespace VoiceMed.Ledger.Governance;

/// <summary>One council member's agreement; the entry's signature is the member's.</summary>
/// <param name="Proposal">The proposal.</param>
public sealed record Approval(string Proposal)
{
    /// <summary>The entry's kind.</summary>
    public const string Kind = "approval";
}
