using VoiceMed.Ledger.Resources.Events;

namespace VoiceMed.Ledger.Resources;

/// <summary>What an organisation holds of a product: the fold of its stock chain. Immutable.</summary>
/// <param name="Available">Units that may be given out.</param>
/// <param name="Reserved">Units that are promised.</param>
/// <param name="Norm">The stock the organisation is to hold.</param>
public sealed record StockState(decimal Available, decimal Reserved, decimal Norm)
{
    /// <summary>The share of the norm that must be kept: an organisation below it has to procure, and may not pass units on.</summary>
    public const decimal MinimumShare = 0.97m;

    /// <summary>An empty stock without a norm.</summary>
    public static StockState Empty { get; } = new(0, 0, 0);

    /// <summary>Units in the store: available and promised.</summary>
    public decimal Balance => Available + Reserved;

    /// <summary>The balance that must be kept, whole units, rounded up.</summary>
    public decimal Minimum => Math.Ceiling(Norm * MinimumShare);

    /// <summary>True when less is held than must be.</summary>
    public bool IsBelowMinimum => Balance < Minimum;

    /// <summary>Folds a stock chain.</summary>
    public static StockState Of(IEnumerable<ResourceEvent> events) =>
        events.Aggregate(Empty, static (state, next) => state.Apply(next));

    /// <summary>The state after one more event.</summary>
    public StockState Apply(ResourceEvent next) => next switch
    {
        StockNormSet norm => this with { Norm = norm.Norm },
        StockMoved moved => Move(moved.Movement, moved.Quantity),
        _ => this,
    };

    private StockState Move(StockMovement movement, decimal quantity)
    {
        switch (movement)
        {
            case StockMovement.Received:
                return this with { Available = Available + quantity };
            case StockMovement.Reserved:
                return this with { Available = Available - quantity, Reserved = Reserved + quantity };
            case StockMovement.Released:
                return this with { Available = Available + quantity, Reserved = Reserved - quantity };
            case StockMovement.Dispensed:
                var promised = Math.Min(Reserved, quantity);
                return this with { Reserved = Reserved - promised, Available = Available - (quantity - promised) };
            default:
                return this with { Available = Available - quantity };
        }
    }
}
