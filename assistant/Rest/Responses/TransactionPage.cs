using VoiceMed.LedgerClient.Browsing;

namespace VoiceMed.Assistant.Rest.Responses;

/// <summary>One page of transactions.</summary>
/// <param name="Items">The transactions, oldest first.</param>
/// <param name="Total">How many there are beyond paging; null on Fabric, where nobody counts them.</param>
/// <param name="Next">The value of <c>after</c> for the next page; null on the last.</param>
internal sealed record TransactionPage(IReadOnlyList<TransactionView> Items, long? Total, string? Next);
