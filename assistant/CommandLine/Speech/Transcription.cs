using System.Text.Json.Serialization;

namespace VoiceMed.Assistant.CommandLine.Speech;

/// <summary>What one file says, in the form <c>transcribe --json</c> prints it. Times in seconds from the start of the file.</summary>
internal sealed record Transcription(
    string File,
    string Text,
    string Language,
    double Confidence,
    IReadOnlyList<TranscribedWord> Words,
    string Grammar,
    string Free,
    string Agreement,
    double Seconds,
    double RealTimeFactor);

/// <summary>One word with its place in the file, in seconds.</summary>
internal sealed record TranscribedWord(string Word, double Start, double End, double Confidence);
