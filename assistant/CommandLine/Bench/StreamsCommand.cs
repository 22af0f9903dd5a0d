using System.CommandLine;
using System.Diagnostics;
using VoiceMed.Assistant.Bench;
using VoiceMed.Assistant.CommandLine.Assistant;
using VoiceMed.Assistant.Demo;
using VoiceMed.Speech.Audio;

namespace VoiceMed.Assistant.CommandLine.Bench;

/// <summary><c>voicemed bench streams</c>: how many screens one machine carries.</summary>
internal static class StreamsCommand
{
    private const double BarMilliseconds = 1200;
    private static readonly TimeSpan Stagger = TimeSpan.FromMilliseconds(700);

    private const string Description = """
        Lets N screens hold the demo's conversation at once, in real time over real WebSockets, and prints the time from the end of speech
        to the first output, the processor's share and the memory of each further screen, both without the simulated screens. With --minutes the conversations are held again
        and again, and memory is sampled each round: it must not grow.

        Examples:
          voicemed bench streams
          voicemed bench streams --streams 24 --json
          voicemed bench streams --streams 4 --minutes 30
        """;

    public static Command Create(Terminal terminal)
    {
        var language = CommonOptions.Language("The language of the conversations. Default: ru.");
        var streams = new Option<int>("--streams") { Description = "How many screens. Default: 24.", DefaultValueFactory = _ => 24 };
        var minutes = new Option<double>("--minutes") { Description = "How long to go on. Default: one round.", DefaultValueFactory = _ => 0 };
        var json = CommonOptions.Json();
        var command = new Command("streams", Description) { language, streams, minutes, json };
        command.SetAction((parsed, cancellation) => RunAsync(
            terminal, parsed.GetValue(language) ?? "ru", parsed.GetValue(streams), TimeSpan.FromMinutes(parsed.GetValue(minutes)), parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string language, int streams, TimeSpan duration, bool json, CancellationToken cancellation)
    {
        if (streams is < 1 or > 1000)
        {
            throw new CommandException("--streams takes 1 to 1000 screens.", ExitCode.Usage);
        }

        terminal.Message("Preparing the demo city…");
        await using var house = await HouseProcess.StartAsync(language, streams, cancellation).ConfigureAwait(false);
        var clips = await BenchConversation.LoadAsync(language, cancellation).ConfigureAwait(false);
        terminal.Message("One screen, to compare with…");
        await RoundAsync(house, clips, 1, cancellation).ConfigureAwait(false); // warms up what all screens share
        var one = await PeakAsync(house, () => RoundAsync(house, clips, 1, cancellation), cancellation).ConfigureAwait(false);
        terminal.Message($"{streams} screens…");
        var begun = Stopwatch.GetTimestamp();
        LatencySummary summary;
        do
        {
            var round = await MeasureAsync(house, clips, streams, one.Bytes, cancellation).ConfigureAwait(false);
            summary = round.Latency;
            Print(terminal, round, streams, json);
        }
        while (Stopwatch.GetElapsedTime(begun) < duration);

        return summary.P95 <= BarMilliseconds ? ExitCode.Done : ExitCode.Failed;
    }

    private static async Task<StreamsMeasurement> MeasureAsync(
        HouseProcess house, IReadOnlyList<(DemoTurn Turn, AudioClip Clip)> clips, int streams, long memoryOfOne, CancellationToken cancellation)
    {
        var processor = house.ProcessorTime;
        var begun = Stopwatch.GetTimestamp();
        var (turns, peak) = await PeakAsync(house, () => RoundAsync(house, clips, streams, cancellation), cancellation).ConfigureAwait(false);
        var cores = (house.ProcessorTime - processor) / Stopwatch.GetElapsedTime(begun);
        var after = await house.CollectAsync(cancellation).ConfigureAwait(false);
        return new StreamsMeasurement(
            LatencySummary.Of(turns), cores, memoryOfOne, streams > 1 ? (peak - memoryOfOne) / (streams - 1) : null, after.Resident, after.Managed);
    }

    private static async Task<IReadOnlyCollection<TurnMeasurement>> RoundAsync(
        HouseProcess house, IReadOnlyList<(DemoTurn Turn, AudioClip Clip)> clips, int streams, CancellationToken cancellation)
    {
        var screens = Enumerable.Range(0, streams).Select(async i =>
        {
            await Task.Delay(Stagger * i, cancellation).ConfigureAwait(false);
            await using var screen = new SimulatedScreen(BenchHouse.TokenOf(i), TimeProvider.System);
            await screen.OpenAsync(house.Address.Socket, cancellation).ConfigureAwait(false);
            return await BenchConversation.PlayAsync(screen, clips, cancellation).ConfigureAwait(false);
        });
        return [.. (await Task.WhenAll(screens).ConfigureAwait(false)).SelectMany(turns => turns)];
    }

    private static async Task<(IReadOnlyCollection<TurnMeasurement> Turns, long Bytes)> PeakAsync(
        HouseProcess house, Func<Task<IReadOnlyCollection<TurnMeasurement>>> round, CancellationToken cancellation)
    {
        var turns = round();
        var peak = 0L;
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(0.5));
        while (!turns.IsCompleted && await timer.WaitForNextTickAsync(cancellation).ConfigureAwait(false))
        {
            peak = Math.Max(peak, house.WorkingSet);
        }

        return (await turns.ConfigureAwait(false), peak);
    }

    private static void Print(Terminal terminal, StreamsMeasurement round, int streams, bool json)
    {
        if (json)
        {
            terminal.ResultJson(new { streams, round.Latency, round.Cores, streamsPerCore = round.Cores > 0 ? streams / round.Cores : 0, round.MemoryOfOne, round.MemoryPerFurther, round.MemoryAfter, round.ManagedAfter });
            return;
        }

        terminal.Result(
            $"{streams} screens: end of speech to first output p50 {round.Latency.P50} ms, p95 {round.Latency.P95} ms; " +
            $"{round.Latency.AsExpected} of {round.Latency.Turns} turns as expected; {round.Cores:F2} cores busy; " +
            $"memory {round.MemoryOfOne / 1048576} MiB with one screen, {round.MemoryPerFurther / 1048576.0:F1} MiB for each further, {round.MemoryAfter / 1048576} MiB after, {round.ManagedAfter / 1048576} MiB of it managed");
    }
}
