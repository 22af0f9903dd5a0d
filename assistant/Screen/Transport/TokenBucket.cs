namespace VoiceMed.Assistant.Screen.Transport;

/// <summary>A token bucket: lets <c>rate</c> units a second through in the long run and <c>burst</c> units at once. Not thread-safe.</summary>
internal sealed class TokenBucket(double rate, double burst, TimeProvider time)
{
    private double _spent;
    private long _filled = time.GetTimestamp();

    /// <summary>Takes <paramref name="units"/> out; false when there are not as many.</summary>
    public bool TryTake(double units)
    {
        var now = time.GetTimestamp();
        _spent = Math.Max(0, _spent - (rate * time.GetElapsedTime(_filled, now).TotalSeconds));
        _filled = now;
        if (_spent + units > burst)
        {
            return false;
        }

        _spent += units;
        return true;
    }
}
