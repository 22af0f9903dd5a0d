namespace VoiceMed.Speech.Activity;

/// <summary>A stretch of speech cut from a stream. Immutable.</summary>
/// <param name="Samples">16 kHz mono, from pre-roll to hang-over.</param>
/// <param name="Start">Where the samples begin, from the start of the stream.</param>
/// <param name="End">Where the samples end, exclusive.</param>
/// <param name="Speech">How much of it was detected as speech; pauses between words not counted.</param>
/// <param name="SpeechEnd">Where the last detected speech ends: latency counts from here.</param>
/// <param name="SignalToNoiseDb">The level of its speech above the background, in dB.</param>
/// <param name="Ending">Why it ended.</param>
public sealed record Utterance(
    ReadOnlyMemory<short> Samples,
    TimeSpan Start,
    TimeSpan End,
    TimeSpan Speech,
    TimeSpan SpeechEnd,
    double SignalToNoiseDb,
    UtteranceEnd Ending);
