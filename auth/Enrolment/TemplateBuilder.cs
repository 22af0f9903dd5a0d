using VoiceMed.Auth.Augmentation;
using VoiceMed.Auth.Scoring;

namespace VoiceMed.Auth.Enrolment;

/// <summary>
/// Makes a template from accepted phrases. Each phrase also counts, at half weight, as two other microphones in noise would have heard
/// it, so that the template fits more than the device it was made on. The copies are drawn from fixed seeds. Thread-safe.
/// </summary>
public static class TemplateBuilder
{
    private const ulong Seed = 5;
    private const int Copies = 2;
    private const float CopyWeight = 0.5f;

    /// <summary>Makes the template.</summary>
    /// <param name="model">The speaker model.</param>
    /// <param name="phrases">Sound of each phrase, 16 kHz mono.</param>
    /// <exception cref="ArgumentException">There is no voice in the phrases.</exception>
    public static SpeakerTemplate Build(SpeakerModel model, IReadOnlyList<short[]> phrases)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(phrases);
        var speech = new List<(SpeechSample Speech, float Weight)>();
        for (var i = 0; i < phrases.Count; i++)
        {
            speech.Add((model.Analyse(phrases[i]), 1));
            for (var copy = 0; copy < Copies; copy++)
            {
                speech.Add((model.Analyse(OtherMicrophone(phrases[i], SeededRandom.For(Seed, $"{i}/{copy}"))), CopyWeight));
            }
        }

        return model.Enrol(speech);
    }

    private static short[] OtherMicrophone(short[] phrase, SeededRandom random)
    {
        var signal = PcmConversion.ToDoubles(phrase);
        MicrophoneSimulator.Apply(signal, random);
        NoiseMixer.Add(signal, NoiseMixer.Room(signal.Length, random), random.Between(12, 25));
        return PcmConversion.ToSamples(signal);
    }
}
