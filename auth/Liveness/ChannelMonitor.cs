using VoiceMed.Auth.Features;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Trust;

namespace VoiceMed.Auth.Liveness;

/// <summary>
/// Watches the sound of a session for what a loudspeaker or a call changes: the upper band edge falls, the noise floor rises. A jump is a hint, no
/// proof: a door that opens does the same. So it halves trust once (<see cref="TrustOptions.ChannelJump"/>) and refuses nothing by itself.
/// Not thread-safe: one a session.
/// </summary>
public sealed class ChannelMonitor
{
    private const double BandwidthJumpHz = 1500;
    private const double NoiseJumpDecibels = 15;
    private const double Memory = 0.8;
    private double _bandwidth;
    private double _noise;
    private bool _started;

    /// <summary>Takes in an utterance and adds <see cref="SpoofSigns.Channel"/> to its signs when the channel has jumped.</summary>
    /// <param name="evidence">The evidence; one without any voice says nothing about the channel and is given back as it is.</param>
    public SpeakerEvidence Observe(SpeakerEvidence evidence)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        return evidence.VoicedSeconds > 0 && Observe(evidence.Quality)
            ? evidence with { SpoofSigns = evidence.SpoofSigns | SpoofSigns.Channel }
            : evidence;
    }

    /// <summary>Takes in an utterance's sound.</summary>
    /// <returns>Whether the channel has jumped against the session so far.</returns>
    public bool Observe(SoundQuality quality)
    {
        var noise = quality.LevelDecibels - quality.SignalToNoiseDecibels;
        if (!_started)
        {
            (_started, _bandwidth, _noise) = (true, quality.BandwidthHz, noise);
            return false;
        }

        // A loudspeaker or a call takes the highest sounds away and adds its own noise; the other way round is a person who came nearer.
        var jumped = _bandwidth - quality.BandwidthHz > BandwidthJumpHz || noise - _noise > NoiseJumpDecibels;
        _bandwidth = Memory * _bandwidth + (1 - Memory) * quality.BandwidthHz;
        _noise = Memory * _noise + (1 - Memory) * noise;
        return jumped;
    }

    /// <summary>A new session begins with this utterance: it is compared with its own sound, not with the former speaker's.</summary>
    public void Begin(SpeakerEvidence evidence)
    {
        Reset();
        Observe(evidence);
    }

    /// <summary>Starts anew with the next session.</summary>
    public void Reset() => _started = false;
}
