namespace VoiceMed.LedgerClient.Browsing;

/// <summary>Whether a transaction holds.</summary>
/// <param name="Valid">True when hash, link, content and signature agree; on Fabric also the endorsements.</param>
/// <param name="Findings">What does not agree, one stable code each: <c>previous</c>, <c>content</c>, <c>signature</c>, <c>writer</c>; on Fabric
/// <c>content</c>, <c>signature</c> (the orderer's, over the block), <c>endorsement</c> (not endorsed by enough organisations for this very
/// call), <c>refused</c> (the peers refused it, for example as second of two that change the same: it changed nothing).</param>
public sealed record TransactionVerdict(bool Valid, IReadOnlyList<string> Findings);
