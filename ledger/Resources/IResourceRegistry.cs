using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Resources;

/// <summary>The registry of medical resources, as far as doctors ask it. The embedded ledger checks and audits before it asks. Thread-safe.</summary>
public interface IResourceRegistry
{
    /// <summary>Is this package or device genuine?</summary>
    /// <param name="item">The scanned text, or a spoken code.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<ResourceVerdict> VerifyAsync(string item, CancellationToken cancellation);

    /// <summary>What is in stock.</summary>
    /// <param name="item">A part of the resource's name, or null for all.</param>
    /// <param name="hospital">Only this hospital, or null for all.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask<IReadOnlyList<StockLevel>> GetStockAsync(string? item, HospitalId? hospital, CancellationToken cancellation);
}
