using VoiceMed.Ledger.Resources.Events;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Ledger.Resources;

/// <summary>What happens to medicines and devices, recorded and accounted for, whichever engine keeps the ledger. Thread-safe.</summary>
public interface IResourceBook
{
    /// <summary>Records an event after checking it against what its chain holds.</summary>
    /// <param name="entry">The event.</param>
    /// <param name="hospital">The hospital that says so.</param>
    /// <param name="idempotencyKey">The source's own key for this event; a second delivery changes nothing.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Where it stands in the ledger.</returns>
    /// <exception cref="LedgerRejectedException">The event contradicts the chain; the code says how.</exception>
    ValueTask<AppendReceipt> RecordAsync(
        ResourceEvent entry, HospitalId hospital, string idempotencyKey, CancellationToken cancellation = default);

    /// <summary>The turnover of each stock in a calendar quarter, by the resource's name.</summary>
    /// <param name="hospital">Only this hospital, or null for all.</param>
    /// <param name="year">The calendar year.</param>
    /// <param name="quarter">1 to 4; quarters begin at midnight UTC.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>One line a stock.</returns>
    ValueTask<IReadOnlyList<TurnoverLine>> GetTurnoverAsync(
        HospitalId? hospital, int year, int quarter, CancellationToken cancellation = default);

    /// <summary>The procurements with their offers, the open ones first, then the newest first.</summary>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The procurements.</returns>
    ValueTask<IReadOnlyList<ProcurementState>> GetProcurementsAsync(CancellationToken cancellation = default);
}
