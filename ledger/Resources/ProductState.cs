using VoiceMed.Ledger.Resources.Events;

namespace VoiceMed.Ledger.Resources;

/// <summary>What is known of a product: the fold of its chain. Immutable.</summary>
/// <param name="Registration">The registration.</param>
/// <param name="Batches">The batches by their number.</param>
/// <param name="Recalls">The recalls, oldest first.</param>
public sealed record ProductState(
    ProductRegistered Registration, IReadOnlyDictionary<string, BatchRegistered> Batches, IReadOnlyList<BatchRecalled> Recalls)
{
    /// <summary>Folds a product's chain; null when it was never registered.</summary>
    public static ProductState? Of(IReadOnlyList<ResourceEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        return events.OfType<ProductRegistered>().LastOrDefault() is not { } registration ? null : new ProductState(
            registration,
            events.OfType<BatchRegistered>().GroupBy(b => b.Batch).ToDictionary(b => b.Key, b => b.Last()),
            events.OfType<BatchRecalled>().ToArray());
    }

    /// <summary>The recall that covers a batch, or null. A package whose batch is not known is covered by recalls of the whole product only.</summary>
    public BatchRecalled? RecallOf(string? batch) => Recalls.FirstOrDefault(r => r.Batch is null || r.Batch == batch);
}
