namespace VoiceMed.Speech.Activity;

/// <summary>What a frame did to an <see cref="UtteranceSegmenter"/>.</summary>
public enum SegmenterEvent
{
    /// <summary>Nothing: silence goes on, or speech does.</summary>
    None,

    /// <summary>Somebody began to speak; <see cref="UtteranceSegmenter.Pending"/> holds the utterance so far, pre-roll included.</summary>
    SpeechStarted,

    /// <summary>An utterance is complete: <see cref="UtteranceSegmenter.Utterance"/>.</summary>
    UtteranceEnded,

    /// <summary>What had seemed to be speech was none: too short, or the background had become louder. Forget what was begun.</summary>
    SpeechDiscarded,
}
