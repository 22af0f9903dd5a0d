namespace VoiceMed.Auth.Liveness;

/// <summary>
/// Remembers the fingerprints of what was heard and recognises the same recording when it comes again. Enrolment phrases are remembered
/// for good, utterances for a number of them. Holds no sound. Thread-safe.
/// </summary>
public sealed class ReplayDetector
{
    /// <summary>
    /// Share of differing bits below which two sounds are the same recording. Haitsma and Kalker use 0.35 for music; speech, in which the
    /// same words come again, needs a stricter bar.
    /// </summary>
    public const double SameRecording = 0.28;

    private const int LeastOverlap = 25; // 0.4 s of sound
    private const double Share = 0.7;

    private readonly int _capacity;
    private readonly Lock _gate = new();
    private readonly AudioFingerprint[] _permanent;
    private readonly Queue<AudioFingerprint> _recent = new();

    /// <summary>Creates a detector.</summary>
    /// <param name="enrolment">Fingerprints of enrolment phrases, as stored with voiceprints.</param>
    /// <param name="capacity">How many utterances are remembered; 0 knows the enrolment phrases only. Default 200.</param>
    public ReplayDetector(IEnumerable<byte[]>? enrolment = null, int capacity = 200)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(capacity);
        _capacity = capacity;
        _permanent = [.. (enrolment ?? []).Select(bytes => AudioFingerprint.FromBytes(bytes))];
    }

    /// <summary>Says whether a sound was heard before, and remembers it.</summary>
    /// <param name="samples">16 kHz mono.</param>
    public bool HeardBefore(ReadOnlySpan<short> samples) => HeardBefore(AudioFingerprint.Compute(samples));

    /// <summary>Says whether a sound was heard before, and remembers it.</summary>
    /// <param name="fingerprint">The sound's fingerprint.</param>
    public bool HeardBefore(AudioFingerprint fingerprint)
    {
        ArgumentNullException.ThrowIfNull(fingerprint);

        // What never changes is compared before the others are kept waiting.
        if (IsAmong(_permanent, fingerprint))
        {
            return true;
        }

        lock (_gate)
        {
            var again = IsAmong(_recent, fingerprint);
            if (!again && fingerprint.Length > 0 && _capacity > 0)
            {
                if (_recent.Count == _capacity)
                {
                    _recent.Dequeue();
                }

                _recent.Enqueue(fingerprint);
            }

            return again;
        }
    }

    private static bool IsAmong(IEnumerable<AudioFingerprint> known, AudioFingerprint fingerprint) =>
        known.Any(one => one.Distance(fingerprint, OverlapOf(one, fingerprint)) < SameRecording);

    // A shared word or greeting can sound alike; a replay coincides for most of its length. Pauses are not compared, so they must not
    // count here either: a recording with long pauses could otherwise never be known again.
    private static int OverlapOf(AudioFingerprint one, AudioFingerprint other) =>
        Math.Max(LeastOverlap, (int)(Share * Math.Min(one.SoundingLength, other.SoundingLength)));
}
