using System.Globalization;

namespace VoiceMed.LedgerClient.Grpc;

/// <summary>
/// The <c>grpc-timeout</c> header: at most eight digits and a unit. Source: gRPC, doc/PROTOCOL-HTTP2.md, "Timeout". Thread-safe.
/// </summary>
public static class GrpcTimeout
{
    private const long LargestAmount = 99_999_999;

    private static readonly (char Unit, long Ticks)[] Units =
    [
        ('u', TimeSpan.TicksPerMicrosecond),
        ('m', TimeSpan.TicksPerMillisecond),
        ('S', TimeSpan.TicksPerSecond),
        ('M', TimeSpan.TicksPerMinute),
        ('H', TimeSpan.TicksPerHour),
    ];

    /// <summary>Writes a timeout in the finest unit that holds it, rounded up, so that the peer never gives up before we do.</summary>
    /// <param name="timeout">A positive time.</param>
    /// <returns>The header's value, such as <c>5000000u</c> for five seconds.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The time is zero or negative.</exception>
    public static string Format(TimeSpan timeout)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeout, TimeSpan.Zero);
        foreach (var (unit, ticks) in Units)
        {
            var amount = timeout.Ticks / ticks + (timeout.Ticks % ticks == 0 ? 0 : 1);
            if (amount <= LargestAmount) return string.Create(CultureInfo.InvariantCulture, $"{amount}{unit}");
        }
        return $"{LargestAmount}H";
    }

    /// <summary>Reads a header's value, as a peer does.</summary>
    /// <param name="value">One to eight digits and one of H, M, S, m, u, n.</param>
    /// <param name="timeout">The time, rounded up to 100 ns, or the longest <see cref="TimeSpan"/> when it is longer than that.</param>
    /// <returns>False when the value is malformed.</returns>
    public static bool TryParse(string? value, out TimeSpan timeout)
    {
        timeout = TimeSpan.Zero;
        if (value is not { Length: >= 2 and <= 9 }) return false;
        if (!long.TryParse(value.AsSpan(0, value.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var amount)) return false;
        if (value[^1] == 'n')
        {
            timeout = TimeSpan.FromTicks((amount + 99) / 100);
            return true;
        }
        foreach (var (unit, ticks) in Units)
        {
            if (unit != value[^1]) continue;
            timeout = amount > TimeSpan.MaxValue.Ticks / ticks ? TimeSpan.MaxValue : TimeSpan.FromTicks(amount * ticks);
            return true;
        }
        return false;
    }
}
