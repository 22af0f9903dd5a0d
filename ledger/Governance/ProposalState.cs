namespace VoiceMed.Ledger.Governance;

/// <summary>How far a proposal has come.</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="Approvals">The members that agreed, in order of their names.</param>
/// <param name="Threshold">How many have to.</param>
public sealed record ProposalState(Proposal Proposal, IReadOnlyList<string> Approvals, int Threshold)
{
    /// <summary>True once enough members agreed; it took effect at that moment.</summary>
    public bool IsAccepted => Approvals.Count >= Threshold;
}
