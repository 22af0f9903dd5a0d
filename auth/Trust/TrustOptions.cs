namespace VoiceMed.Auth.Trust;

/// <summary>How trust in "the doctor of this session is the one speaking" rises and falls. Part of the policy file.</summary>
public sealed record TrustOptions
{
    /// <summary>Probability a session starts with when only the voice was heard. Default 0.1.</summary>
    public double StartWithVoice { get; init; } = 0.1;

    /// <summary>Probability after a second factor: PIN, badge or an answered challenge. Default 0.9.</summary>
    public double StartWithFactor { get; init; } = 0.9;

    /// <summary>Probability, before each utterance, that somebody else has taken over. Default 0.02.</summary>
    public double TakeOver { get; init; } = 0.02;

    /// <summary>Time of silence in which the trust's probability halves. Default 7 minutes.</summary>
    public TimeSpan HalfLife { get; init; } = TimeSpan.FromMinutes(7);

    /// <summary>Most one utterance may lower the log-odds by. Default 4.</summary>
    public double LargestFall { get; init; } = 4;

    /// <summary>Most one utterance may raise the log-odds by. Default 3.</summary>
    public double LargestRise { get; init; } = 3;

    /// <summary>Voiced seconds below which an utterance says nothing about the speaker. Default 0.5.</summary>
    public double LeastVoicedSeconds { get; init; } = 0.5;

    /// <summary>Voiced seconds from which an utterance counts in full; between the two its rise is halved. Default 1.0.</summary>
    public double FullVoicedSeconds { get; init; } = 1.0;

    /// <summary>
    /// Likelihood ratio (natural logarithm) from which an enrolled doctor counts as recognised: to open a session, or to take over
    /// another doctor's. Default 1.5.
    /// </summary>
    public double Recognise { get; init; } = 1.5;

    /// <summary>
    /// What the probability is multiplied by, before the utterance counts, when band limit or noise floor jump within a session, as they do
    /// when a loudspeaker speaks instead of a person. Default 0.5.
    /// </summary>
    public double ChannelJump { get; init; } = 0.5;

    /// <summary>Probability below which the session is closed and must be opened anew. Default 0.05.</summary>
    public double Lost { get; init; } = 0.05;
}
