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
        var clean = phrases.Select(p => model.Analyse(p)).ToArray();
        for (var i = 0; i < phrases.Count; i++)
        {
            speech.Add((clean[i], 1));
            for (var copy = 0; copy < Copies; copy++)
            {
                speech.Add((model.Analyse(OtherMicrophone(phrases[i], SeededRandom.For(Seed, $"{i}/{copy}"))), CopyWeight));
            }
        }

        return model.Enrol(speech) with { SelfFit = SelfFit(model, clean) };
    }

    /// <summary>Compares each phrase with a template made of the others.</summary>
    /// <param name="model">The speaker model.</param>
    /// <param name="phrases">At least two phrases.</param>
    /// <returns>A natural-logarithm likelihood ratio a phrase.</returns>
    public static double[] LeaveOneOut(SpeakerModel model, IReadOnlyList<SpeechSample> phrases)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(phrases);
        var ratios = new double[phrases.Count];
        for (var i = 0; i < ratios.Length; i++)
        {
            var others = model.Enrol([.. phrases.Where((_, j) => j != i).Select(p => (p, 1f))]);
            ratios[i] = model.LogLikelihoodRatio(others, model.Probe(phrases[i]));
        }

        return ratios;
    }

    private static double SelfFit(SpeakerModel model, IReadOnlyList<SpeechSample> phrases)
    {
        const int fewest = 3;
        var voiced = phrases.Where(p => p.Features.VoicedFrames > 0).ToArray();
        return voiced.Length < fewest
            ? 1
            : LeaveOneOut(model, voiced).Sum() / voiced.Sum(p => model.Calibration.UsualGenuine(p.Features.VoicedSeconds));
    }

    private static short[] OtherMicrophone(short[] phrase, SeededRandom random)
    {
        var signal = PcmConversion.ToDoubles(phrase);
        MicrophoneSimulator.Apply(signal, random);
        NoiseMixer.Add(signal, NoiseMixer.Room(signal.Length, random), random.Between(12, 25));
        return PcmConversion.ToSamples(signal);
    }
}
