using VoiceMed.Speech.Evaluation;
using VoiceMed.Speech.Recognition;

namespace VoiceMed.Assistant.CommandLine.Speech;

/// <summary>Adds up how recordings were recognised, by condition and in all.</summary>
internal sealed class SpeechScore
{
    private const string All = "all";

    private readonly SortedDictionary<string, Tally> tallies = new(StringComparer.Ordinal) { [All] = new Tally() };

    public void Add(TranscriptRow reference, Transcription result)
    {
        foreach (var condition in new[] { All, reference.Condition }.OfType<string>())
        {
            if (!tallies.TryGetValue(condition, out var tally))
            {
                tallies[condition] = tally = new Tally();
            }

            tally.Add(reference.Text, result);
        }
    }

    public SpeechReport Report(string directory, double realTimeFactor, double seconds) => new(
        directory,
        Math.Round(seconds, 1),
        Math.Round(realTimeFactor, 4),
        tallies.ToDictionary(static pair => pair.Key, static pair => pair.Value.Report()));

    private sealed class Tally
    {
        private WordErrors errors;
        private WordErrors freeErrors;
        private int utterances;
        private int right;
        private int freeRight;
        private int actedOn;
        private int actedOnWrongly;

        public void Add(string text, Transcription result)
        {
            var here = WordErrors.Count(text, result.Text);
            var free = WordErrors.Count(text, result.Free.Replace("[unk]", "", StringComparison.Ordinal));
            var acts = result.Agreement is nameof(Agreement.Agree) or nameof(Agreement.GrammarMarginClear);
            errors += here;
            freeErrors += free;
            utterances++;
            right += here.Total == 0 ? 1 : 0;
            freeRight += free.Total == 0 ? 1 : 0;
            actedOn += acts ? 1 : 0;
            actedOnWrongly += acts && here.Total > 0 ? 1 : 0;
        }

        public SpeechReportRow Report() => new(
            utterances,
            errors.Words,
            Math.Round(errors.Rate, 4),
            Share(right),
            Share(actedOn),
            Share(actedOnWrongly),
            Math.Round(freeErrors.Rate, 4),
            Share(freeRight));

        private double Share(int count) => Math.Round((double)count / utterances, 4);
    }
}
