using VoiceMed.Auth.Features;

namespace VoiceMed.Auth.Liveness;

/// <summary>
/// Watches the sound of a session for what a loudspeaker or a call changes: the upper band edge and the noise floor. A jump is a hint for
/// the log, no proof: a door that opens does the same. Not thread-safe: one a session.
/// </summary>
public sealed class ChannelMonitor
{
    private const double BandwidthJumpHz = 1500;
    private const double NoiseJumpDecibels = 15;
    private const double Memory = 0.8;
    private double _bandwidth;
    private double _noise;
    private bool _started;

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

        var jumped = Math.Abs(quality.BandwidthHz - _bandwidth) > BandwidthJumpHz || Math.Abs(noise - _noise) > NoiseJumpDecibels;
        _bandwidth = Memory * _bandwidth + (1 - Memory) * quality.BandwidthHz;
        _noise = Memory * _noise + (1 - Memory) * noise;
        return jumped;
    }

    /// <summary>Starts anew with the next session.</summary>
    public void Reset() => _started = false;
}
