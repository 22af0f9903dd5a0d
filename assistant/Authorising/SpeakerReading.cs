using VoiceMed.Assistant.Screen.Events;

namespace VoiceMed.Assistant.Authorising;

/// <summary>Who speaks and how sure that is.</summary>
/// <param name="Doctor">The doctor whose voice it is, or null for nobody known.</param>
/// <param name="LogLikelihoodRatio">The last utterance's own calibrated evidence (natural logarithm); null before any.</param>
/// <param name="VoicedSeconds">Seconds of voiced speech behind it.</param>
/// <param name="Trust">The session's trust, in log-odds.</param>
/// <param name="State">What the policy makes of it.</param>
public sealed record SpeakerReading(
    DoctorIdentity? Doctor, double? LogLikelihoodRatio, double VoicedSeconds, double Trust, SpeakerTrust State)
{
    /// <summary>Nobody has spoken.</summary>
    public static SpeakerReading Nobody { get; } = new(null, null, 0, double.NegativeInfinity, SpeakerTrust.None);

    /// <summary>The trust as a probability, 0 to 1.</summary>
    public double Sure => 1 / (1 + Math.Exp(-Trust));
}
