using System.Globalization;

namespace VoiceMed.Nlu.Tests.Fuzzing;

/// <summary>
/// Runs a step with ever new random numbers for <c>VOICEMED_FUZZ_SECONDS</c>, or one second; CI gives each parser a minute. Where the
/// numbers begin differs from run to run; a failure prints its seed, and <c>VOICEMED_FUZZ_SEED</c> begins there.
/// </summary>
internal static class FuzzTime
{
    private static readonly TimeSpan s_hang = TimeSpan.FromSeconds(10);

    public static TimeSpan Budget { get; } = TimeSpan.FromSeconds(
        double.TryParse(Environment.GetEnvironmentVariable("VOICEMED_FUZZ_SECONDS"), CultureInfo.InvariantCulture, out var seconds) && seconds > 0 ? seconds : 1);

    public static int Begin { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("VOICEMED_FUZZ_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : Random.Shared.Next(1_000_000_000);

    /// <summary>Runs <paramref name="step"/> until the budget is spent; a step that takes over ten seconds is a hang.</summary>
    /// <returns>How many steps there were.</returns>
    public static int Run(Action<Random> step)
    {
        var started = TimeProvider.System.GetTimestamp();
        var rounds = 0;
        while (TimeProvider.System.GetElapsedTime(started) < Budget)
        {
            var seed = Begin + rounds++;
            var begun = TimeProvider.System.GetTimestamp();
            try
            {
                step(new Random(seed));
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"VOICEMED_FUZZ_SEED={seed}: {e.GetType().Name}: {e.Message}", e);
            }

            Xunit.Assert.True(TimeProvider.System.GetElapsedTime(begun) < s_hang, $"VOICEMED_FUZZ_SEED={seed} took too long");
        }

        return rounds;
    }
}
