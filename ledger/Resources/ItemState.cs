using VoiceMed.Ledger.Resources.Events;

namespace VoiceMed.Ledger.Resources;

/// <summary>What is known of a numbered package: the fold of its chain. Immutable.</summary>
/// <param name="Registration">How it came into being.</param>
/// <param name="Owners">All owners in order, the present one last; at least one.</param>
/// <param name="Use">Where and when it was used up, or null.</param>
public sealed record ItemState(ItemRegistered Registration, IReadOnlyList<string> Owners, ItemUsed? Use)
{
    /// <summary>The present owner.</summary>
    public string Owner => Owners[^1];

    /// <summary>Folds a package's chain; null when it was never registered.</summary>
    public static ItemState? Of(IReadOnlyList<ResourceEvent> events)
    {
        ArgumentNullException.ThrowIfNull(events);
        return events.OfType<ItemRegistered>().FirstOrDefault() is not { } registration ? null : new ItemState(
            registration,
            [registration.Owner, .. events.OfType<ItemTransferred>().Select(t => t.To)],
            events.OfType<ItemUsed>().FirstOrDefault());
    }
}
