using System.Diagnostics;

namespace VoiceMed.Nlu.Evaluation;

/// <summary>What parsing costs.</summary>
/// <param name="Language">The language.</param>
/// <param name="Intents">How many intents were loaded.</param>
/// <param name="Utterances">How many different utterances were parsed.</param>
/// <param name="MedianMicros">Median time of one parse, in microseconds.</param>
/// <param name="P99Micros">99th percentile, in microseconds.</param>
/// <param name="BytesPerParse">Memory allocated by one parse, in bytes, mean.</param>
/// <param name="GrowthBytes">How much more memory is in use after the last round than after the first, in bytes.</param>
public sealed record ParseTimes(
    string Language, int Intents, int Utterances, double MedianMicros, double P99Micros, double BytesPerParse, long GrowthBytes)
{
    // The runtime compiles what is called often a second time, and better, in the background: a server that has run for a while is measured.
    private static readonly TimeSpan Warming = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Times every utterance on the calling thread. Each is parsed <paramref name="rounds"/> times and its fastest time counts:
    /// what is asked is the cost of the parse, not of the machine's other work. Two seconds of parsing go before, unmeasured.
    /// </summary>
    public static ParseTimes Measure(IntentSet intents, string language, IReadOnlyList<string> utterances, int rounds)
    {
        ArgumentNullException.ThrowIfNull(intents);
        ArgumentNullException.ThrowIfNull(utterances);
        intents.WarmUp(language);
        var begun = Stopwatch.GetTimestamp();
        do
        {
            Round(intents, language, utterances, new double[utterances.Count]);
        }
        while (Stopwatch.GetElapsedTime(begun) < Warming);

        var best = new double[utterances.Count];
        Array.Fill(best, double.MaxValue);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < rounds; round++)
            Round(intents, language, utterances, best);
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)(rounds * utterances.Count);
        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        Array.Sort(best);
        return new ParseTimes(
            language, intents.Intents.Count, utterances.Count, Math.Round(best[best.Length / 2], 1),
            Math.Round(best[(int)(best.Length * 0.99)], 1), Math.Round(bytes), growth);
    }

    private static void Round(IntentSet intents, string language, IReadOnlyList<string> utterances, double[] best)
    {
        for (var i = 0; i < utterances.Count; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            intents.Parse(utterances[i], language);
            best[i] = Math.Min(best[i], Stopwatch.GetElapsedTime(begun).TotalMicroseconds);
        }
    }
}
