using VoiceMed.Speech.Audio;

namespace VoiceMed.Speech.Vosk;

/// <summary>
/// Takes the x-vector of whoever speaks in a piece of sound: libvosk's speaker model behind its recogniser, which decides by the words
/// what is speech. Thread-safe; calls run beside each other.
/// </summary>
public sealed class XVectorExtractor : IDisposable
{
    private readonly Model _recognition;
    private readonly SpkModel _speaker;

    /// <summary>Loads both models.</summary>
    /// <param name="recognitionFolder">Any recognition model with a runtime graph; its words do not matter.</param>
    /// <param name="speakerFolder">The speaker model, for example <c>vosk-model-spk-0.4</c>.</param>
    /// <exception cref="VoskException">libvosk is missing, or it cannot read one of the folders.</exception>
    public XVectorExtractor(string recognitionFolder, string speakerFolder)
    {
        // The cheaper one first: a damaged speaker model is the likelier fault.
        _speaker = new SpkModel(speakerFolder);
        try
        {
            _recognition = new Model(recognitionFolder);
        }
        catch
        {
            _speaker.Dispose();
            throw;
        }
    }

    /// <summary>The x-vector, the mean over the sound's parts weighted by their length.</summary>
    /// <param name="samples">16 kHz mono.</param>
    /// <returns>Null when there was too little speech for one.</returns>
    /// <exception cref="VoskException">The decoder failed on this sound.</exception>
    public float[]? Extract(ReadOnlySpan<short> samples)
    {
        using var recognizer = new VoskRecognizer(_recognition, AudioClip.StandardSampleRate, ["[unk]"]);
        recognizer.SetSpkModel(_speaker);
        float[]? sum = null;
        while (!samples.IsEmpty)
        {
            // A tenth of a second at a time, or libvosk would not notice the ends within the sound.
            var take = Math.Min(samples.Length, AudioClip.StandardSampleRate / 10);
            if (recognizer.AcceptWaveform(samples[..take]))
            {
                sum = Add(sum, recognizer.Result());
            }

            samples = samples[take..];
        }

        return Add(sum, recognizer.FinalResult());
    }

    /// <summary>Frees both models. Harmless when repeated.</summary>
    public void Dispose()
    {
        _recognition.Dispose();
        _speaker.Dispose();
    }

    private static float[]? Add(float[]? sum, VoskResult result)
    {
        if (result.SpeakerVector.Count == 0 || (sum is not null && sum.Length != result.SpeakerVector.Count))
        {
            return sum;
        }

        sum ??= new float[result.SpeakerVector.Count];
        for (var i = 0; i < sum.Length; i++)
        {
            sum[i] += (float)(result.SpeakerVector[i] * Math.Max(result.SpeakerFrames, 1));
        }

        return sum;
    }
}
