namespace VoiceMed.Nlu.Parsing;

/// <summary>What understood an utterance.</summary>
public enum MatchSource
{
    /// <summary>A template matched it whole.</summary>
    Template,

    /// <summary>The classifier.</summary>
    Classifier,

    /// <summary>The dialogue: a follow-up, a correction or an answer to a question.</summary>
    Dialogue,
}
