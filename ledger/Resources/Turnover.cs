using NodaTime;
using VoiceMed.Ledger.Resources.Events;

namespace VoiceMed.Ledger.Resources;

/// <summary>How one stock moved in a quarter. Opening and closing balances include what is promised.</summary>
/// <param name="Opening">The balance at the quarter's first instant.</param>
/// <param name="Received">Units that came in.</param>
/// <param name="Dispensed">Units given to patients.</param>
/// <param name="Sent">Units passed to other organisations.</param>
/// <param name="WrittenOff">Units lost, broken or expired.</param>
/// <param name="Closing">The balance at the first instant after the quarter.</param>
public sealed record Turnover(decimal Opening, decimal Received, decimal Dispensed, decimal Sent, decimal WrittenOff, decimal Closing)
{
    /// <summary>Works out a stock's turnover.</summary>
    /// <param name="events">The stock's chain, in any order.</param>
    /// <param name="year">The calendar year.</param>
    /// <param name="quarter">1 to 4; quarters begin at midnight UTC.</param>
    public static Turnover Of(IEnumerable<ResourceEvent> events, int year, int quarter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(quarter, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(quarter, 4);
        var begin = new LocalDate(year, (3 * quarter) - 2, 1);
        var (from, until) = (Midnight(begin), Midnight(begin.PlusMonths(3)));
        var moves = events.OfType<StockMoved>().OrderBy(m => m.Time).ToArray();
        var within = moves.Where(m => m.Time >= from && m.Time < until).ToArray();
        return new Turnover(
            StockState.Of(moves.TakeWhile(m => m.Time < from)).Balance,
            Sum(StockMovement.Received),
            Sum(StockMovement.Dispensed),
            Sum(StockMovement.Sent),
            Sum(StockMovement.WrittenOff),
            StockState.Of(moves.TakeWhile(m => m.Time < until)).Balance);

        decimal Sum(StockMovement movement) => within.Where(m => m.Movement == movement).Sum(m => m.Quantity);
    }

    private static Instant Midnight(LocalDate day) => day.AtMidnight().InUtc().ToInstant();
}
