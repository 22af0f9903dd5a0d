namespace VoiceMed.Assistant.CommandLine.Speech;

/// <summary>What <c>bench speech</c> prints. The real-time factor is processor seconds a second of sound.</summary>
internal sealed record SpeechReport(
    string Directory, double Seconds, double RealTimeFactor, IReadOnlyDictionary<string, SpeechReportRow> Conditions);

/// <summary>The figures of one condition; all but the counts are shares from 0 to 1.</summary>
internal sealed record SpeechReportRow(
    int Utterances,
    int Words,
    double Wer,
    double CommandAccuracy,
    double ActedOn,
    double ActedOnWrongly,
    double FreeWer,
    double FreeCommandAccuracy);
