using VoiceMed.Assistant.Demo;
using VoiceMed.Assistant.Hosting;
using VoiceMed.Speech.Audio;

namespace VoiceMed.Assistant.Bench;

/// <summary>Plays the doctor's part of the demo's conversation at one simulated screen.</summary>
internal static class BenchConversation
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Loads the clips of the script's doctors.</summary>
    public static async Task<IReadOnlyList<(DemoTurn Turn, AudioClip Clip)>> LoadAsync(string language, CancellationToken cancellation)
    {
        var demo = Path.Combine(InstallFolder.Find(), "demo");
        var script = DemoScript.Load(Path.Combine(demo, "script.yaml"), language);
        var clips = new List<(DemoTurn, AudioClip)>();
        foreach (var turn in script.Turns.Where(turn => script.Doctors.Contains(turn.Speaker)))
        {
            clips.Add((turn, await AudioLoader.LoadAsync(Path.Combine(demo, "audio", turn.Clip), cancellation).ConfigureAwait(false)));
        }

        return clips;
    }

    /// <summary>Plays the clips once and measures each turn.</summary>
    public static async Task<IReadOnlyList<TurnMeasurement>> PlayAsync(
        SimulatedScreen screen, IReadOnlyList<(DemoTurn Turn, AudioClip Clip)> clips, CancellationToken cancellation)
    {
        var turns = new List<TurnMeasurement>();
        foreach (var (turn, clip) in clips)
        {
            await screen.RestAsync(Pause, cancellation).ConfigureAwait(false);
            var heard = await screen.SpeakAsync(clip, cancellation).ConfigureAwait(false);
            turns.Add(heard is { } said
                ? new TurnMeasurement(turn.Clip, said.Intent, said.Outcome, said.Intent == turn.Expect.Intent, said.Milliseconds, said.SoundMilliseconds)
                : new TurnMeasurement(turn.Clip, "", "nothing", false, double.NaN, null));
        }

        return turns;
    }
}
