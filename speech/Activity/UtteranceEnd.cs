namespace VoiceMed.Speech.Activity;

/// <summary>Why an utterance ended where it did.</summary>
public enum UtteranceEnd
{
    /// <summary>The speaker fell silent.</summary>
    Silence,

    /// <summary>It had reached the longest allowed length; speech goes on in the next utterance.</summary>
    MaxLength,

    /// <summary>The stream ended.</summary>
    EndOfStream,
}
