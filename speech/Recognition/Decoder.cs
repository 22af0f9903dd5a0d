using VoiceMed.Speech.Audio;
using VoiceMed.Speech.Vosk;

namespace VoiceMed.Speech.Recognition;

/// <summary>One of the decodings that listen to an utterance. Not thread-safe.</summary>
internal sealed class Decoder(SpeechModel model, PhraseList? phrases) : IDisposable
{
    // Enough for a whole phrase to be among them where pieces of phrases scored better; more only cost time.
    private const int Alternatives = 8;

    private VoskRecognizer recognizer = Create(model, phrases);
    private long accepted;
    private long utteranceStart;

    internal void Accept(ReadOnlySpan<short> samples)
    {
        recognizer.AcceptWaveform(samples);
        accepted += samples.Length;
    }

    internal string Partial() => recognizer.PartialResult();

    internal Decoding Finish()
    {
        // libvosk counts time from its creation, through all utterances.
        var start = TimeSpan.FromSeconds((double)utteranceStart / AudioClip.StandardSampleRate);
        utteranceStart = accepted;
        return Decoding.From(recognizer.FinalResult(), start);
    }

    internal void Reset()
    {
        recognizer.Reset();
        utteranceStart = accepted;
    }

    /// <summary>Replaces the native recogniser, whose memory grows with the sound it has heard.</summary>
    internal void Recycle()
    {
        var worn = recognizer;
        recognizer = Create(model, phrases);
        accepted = utteranceStart = 0;
        worn.Dispose();
    }

    public void Dispose() => recognizer.Dispose();

    private static VoskRecognizer Create(SpeechModel model, PhraseList? phrases)
    {
        var created = phrases is null
            ? new VoskRecognizer(model.Native, AudioClip.StandardSampleRate)
            : new VoskRecognizer(model.Native, AudioClip.StandardSampleRate, phrases.Grammar);
        created.SetMaxAlternatives(Alternatives);
        created.SetWords(true);
        return created;
    }
}
