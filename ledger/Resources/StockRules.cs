using VoiceMed.Ledger.Resources.Events;
using VoiceMed.LedgerClient.Errors;

namespace VoiceMed.Ledger.Resources;

/// <summary>Which movements a stock allows. Stateless and thread-safe.</summary>
internal static class StockRules
{
    /// <summary>Refuses a movement that would take what is not there, or take the balance below the minimum for another organisation's sake.</summary>
    /// <remarks>
    /// A patient is never refused because of the minimum: dispensing and writing off only need the units to be there, and a stock
    /// that falls below its minimum is reported instead.
    /// </remarks>
    /// <exception cref="LedgerRejectedException">It is not allowed: codes <c>stock.quantity</c>, <c>stock.insufficient</c>, <c>stock.minimum</c>.</exception>
    public static void Check(StockState state, StockMovement movement, decimal quantity)
    {
        if (quantity <= 0)
        {
            throw new LedgerRejectedException("stock.quantity", "The quantity must be more than 0.");
        }

        var after = state.Apply(new StockMoved { Time = default, Hospital = default, Gtin = string.Empty, Movement = movement, Quantity = quantity });
        if (after.Available < 0 || after.Reserved < 0)
        {
            throw new LedgerRejectedException(
                "stock.insufficient", $"Only {state.Available} units are available and {state.Reserved} are reserved.");
        }

        if (movement == StockMovement.Sent && after.IsBelowMinimum)
        {
            throw new LedgerRejectedException(
                "stock.minimum", $"The balance would fall to {after.Balance}, below the minimum of {after.Minimum} units (97 % of the norm).");
        }
    }
}
