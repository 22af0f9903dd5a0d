namespace VoiceMed.LedgerClient.Browsing;

/// <summary>Whether a transaction holds.</summary>
/// <param name="Valid">True when hash, link, content and signature agree.</param>
/// <param name="Findings">What does not agree, one stable code each: <c>previous</c>, <c>content</c>, <c>signature</c>, <c>writer</c>.</param>
public sealed record TransactionVerdict(bool Valid, IReadOnlyList<string> Findings);
