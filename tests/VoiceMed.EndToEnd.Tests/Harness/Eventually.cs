using Xunit;

namespace VoiceMed.EndToEnd.Tests.Harness;

/// <summary>Waits for what another thread will bring about.</summary>
public static class Eventually
{
    public static async Task HoldsAsync(Func<bool> condition, string what, int seconds = 10)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        try
        {
            while (!condition())
            {
                await timer.WaitForNextTickAsync(timeout.Token);
            }
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"Not within {seconds} s: {what}");
        }
    }
}
