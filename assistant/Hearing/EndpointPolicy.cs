using VoiceMed.Speech.Activity;

namespace VoiceMed.Assistant.Hearing;

/// <summary>
/// How long a silence ends an utterance: shorter when the words so far already make a whole question, longer when they
/// begin one. Not thread-safe.
/// </summary>
/// <param name="completeness">Judges partial words; must be quick.</param>
public sealed class EndpointPolicy(Func<string, Completeness> completeness)
{
    /// <summary>The silence after words that make a whole question.</summary>
    public static readonly TimeSpan WholeQuestion = TimeSpan.FromMilliseconds(300);

    /// <summary>The silence while nothing is known.</summary>
    public static readonly TimeSpan NothingKnown = TimeSpan.FromMilliseconds(420);

    /// <summary>The silence after words that begin a question and miss something.</summary>
    public static readonly TimeSpan BegunQuestion = TimeSpan.FromMilliseconds(500);

    /// <summary>A new utterance begins.</summary>
    public void Restart(UtteranceSegmenter segmenter)
    {
        ArgumentNullException.ThrowIfNull(segmenter);
        segmenter.EndpointSilence = NothingKnown;
    }

    /// <summary>Looks at the words so far.</summary>
    public void Consider(string text, UtteranceSegmenter segmenter)
    {
        ArgumentNullException.ThrowIfNull(segmenter);
        segmenter.EndpointSilence = string.IsNullOrEmpty(text)
            ? NothingKnown
            : completeness(text) switch
            {
                Completeness.Whole => WholeQuestion,
                Completeness.Begun => BegunQuestion,
                _ => NothingKnown,
            };
    }
}
