using VoiceMed.Ledger.Resources.Events;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Ledger.Resources;

/// <summary>The resource book of the embedded ledger, where a hospital's own key signs each event. Thread-safe.</summary>
/// <param name="ledger">The ledger.</param>
public sealed class EmbeddedResourceBook(EmbeddedLedger ledger) : IResourceBook
{
    private readonly ResourceRegistry _registry = new(ledger.Store);

    /// <inheritdoc/>
    public ValueTask<AppendReceipt> RecordAsync(
        ResourceEvent entry, HospitalId hospital, string idempotencyKey, CancellationToken cancellation = default) =>
        _registry.RecordAsync(entry, ledger.Registry.Current.SigningKeyOf(hospital), idempotencyKey, cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<TurnoverLine>> GetTurnoverAsync(
        HospitalId? hospital, int year, int quarter, CancellationToken cancellation = default) =>
        new(_registry.GetTurnover(hospital, year, quarter));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ProcurementState>> GetProcurementsAsync(CancellationToken cancellation = default) =>
        new(_registry.GetProcurements());
}
