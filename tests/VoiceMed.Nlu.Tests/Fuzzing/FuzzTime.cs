using System.Globalization;

namespace VoiceMed.Nlu.Tests.Fuzzing;

/// <summary>How long each fuzz test runs: <c>VOICEMED_FUZZ_SECONDS</c>, or one second.</summary>
internal static class FuzzTime
{
    public static TimeSpan Budget { get; } = TimeSpan.FromSeconds(
        double.TryParse(Environment.GetEnvironmentVariable("VOICEMED_FUZZ_SECONDS"), CultureInfo.InvariantCulture, out var seconds) && seconds > 0 ? seconds : 1);

    /// <summary>Runs <paramref name="step"/> with a fresh random number until the budget is spent; a step that takes over two seconds is a hang.</summary>
    public static int Run(Action<Random> step)
    {
        var started = TimeProvider.System.GetTimestamp();
        var rounds = 0;
        while (TimeProvider.System.GetElapsedTime(started) < Budget)
        {
            var seed = rounds++;
            var begun = TimeProvider.System.GetTimestamp();
            try
            {
                step(new Random(seed));
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                throw new InvalidOperationException($"seed {seed}: {e.GetType().Name}: {e.Message}", e);
            }

            Xunit.Assert.True(TimeProvider.System.GetElapsedTime(begun) < TimeSpan.FromSeconds(10), $"seed {seed} took too long");
        }

        return rounds;
    }
}
