using System.Diagnostics;
using VoiceMed.Nlu.Parsing;

namespace VoiceMed.Nlu.Evaluation;

/// <summary>Measures the installed packs on labelled utterances.</summary>
public static class PackEvaluator
{
    /// <summary>Parses every utterance in <paramref name="language"/>. The first one is parsed once beforehand, so that training is not counted as parsing.</summary>
    public static EvaluationReport Evaluate(IntentSet intents, IReadOnlyList<LabelledUtterance> test, string language)
    {
        ArgumentNullException.ThrowIfNull(intents);
        ArgumentNullException.ThrowIfNull(test);
        var started = Stopwatch.GetTimestamp();
        intents.WarmUp(language);
        var trainSeconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var micros = new List<double>(test.Count);
        var scored = new List<ScoredUtterance>(test.Count);
        foreach (var utterance in test)
        {
            var begin = Stopwatch.GetTimestamp();
            var result = intents.Parse(utterance.Text, language);
            micros.Add(Stopwatch.GetElapsedTime(begin).TotalMicroseconds);
            var isRightAmong = result.Intents.Any(i => i.Intent == utterance.Intent);
            var decided = isRightAmong ? utterance.Intent : result.Intent;
            var best = isRightAmong ? utterance.Intent : result.Nearest.Count > 0 ? result.Nearest[0].Intent : ParseResult.None;
            var score = result.IsUnderstood ? result.Intents[0].Confidence : result.Nearest.Count > 0 ? result.Nearest[0].Score : 0;
            scored.Add(new ScoredUtterance(utterance, best, score, decided, SlotsRight(utterance, result)));
        }

        micros.Sort();
        return EvaluationReport.Of(scored, 0, micros.Count == 0 ? 0 : micros[micros.Count / 2], trainSeconds);
    }

    private static bool? SlotsRight(LabelledUtterance utterance, ParseResult result)
    {
        if (utterance.Slots is not { } expected)
            return null;
        return result.Intents.FirstOrDefault(i => i.Intent == utterance.Intent) is { } match
            && match.Slots.Count == expected.Count && expected.All(s => match.Slots.TryGetValue(s.Key, out var value) && value.Value == s.Value);
    }
}
