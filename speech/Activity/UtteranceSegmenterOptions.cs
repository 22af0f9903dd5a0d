namespace VoiceMed.Speech.Activity;

/// <summary>How an <see cref="UtteranceSegmenter"/> cuts a stream into utterances.</summary>
public sealed record UtteranceSegmenterOptions
{
    /// <summary>How much sound before the first detected speech belongs to the utterance; default 300 ms, at most 2 s.</summary>
    public TimeSpan PreRoll { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>How much sound after the last detected speech belongs to the utterance; default 240 ms.</summary>
    public TimeSpan HangOver { get; init; } = TimeSpan.FromMilliseconds(240);

    /// <summary>How much silence ends an utterance; default 400 ms. <see cref="UtteranceSegmenter.EndpointSilence"/> changes it while running.</summary>
    public TimeSpan EndpointSilence { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>The longest utterance, pre-roll included; longer speech is cut there and goes on as the next one. Default 15 s.</summary>
    public TimeSpan MaxUtterance { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The least speech an utterance holds; shorter sounds (a click, a cough) are dropped. Default 120 ms.</summary>
    public TimeSpan MinSpeech { get; init; } = TimeSpan.FromMilliseconds(120);

    /// <summary>
    /// How far a frame must stand above the background to be speech, in dB averaged over the bands, 0 to 15; default 2. Higher
    /// in a loud ward, lower where people whisper.
    /// </summary>
    public double Threshold { get; init; } = 2.0;
}
