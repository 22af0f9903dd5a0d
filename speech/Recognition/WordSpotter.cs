using VoiceMed.Speech.Audio;
using VoiceMed.Speech.Vosk;

namespace VoiceMed.Speech.Recognition;

/// <summary>
/// Hears a sound as a row of given words and nothing else, for an answer that is only compared with what was asked for, such as the digits of
/// a challenge. Anything said becomes such words. Thread-safe.
/// </summary>
/// <param name="model">A model that takes phrases (<see cref="SpeechModel.SupportsPhrases"/>); with another the words are ignored.</param>
/// <param name="words">The words, at least one; those the model lacks are never heard.</param>
public sealed class WordSpotter(SpeechModel model, IReadOnlyCollection<string> words)
{
    /// <summary>The words of one utterance.</summary>
    /// <param name="samples">16 kHz mono.</param>
    /// <returns>Words separated by single spaces; empty when nothing was said.</returns>
    /// <exception cref="VoskException">libvosk refused.</exception>
    public string Hear(ReadOnlySpan<short> samples)
    {
        using var recognizer = new VoskRecognizer(model.Native, AudioClip.StandardSampleRate, words);
        recognizer.AcceptWaveform(samples);
        return recognizer.FinalResult().Text;
    }
}
