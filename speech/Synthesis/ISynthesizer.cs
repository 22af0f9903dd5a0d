using VoiceMed.Speech.Audio;

namespace VoiceMed.Speech.Synthesis;

/// <summary>Turns text into sound. Thread-safe.</summary>
public interface ISynthesizer
{
    /// <summary>Speaks <paramref name="text"/> sentence by sentence, so that sound starts before the whole text is done.</summary>
    /// <param name="text">Plain text, numbers and abbreviations already written as words; nothing comes of empty text.</param>
    /// <param name="language"><c>ru</c> or <c>en</c>.</param>
    /// <param name="options">Speed, loudness, voice; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Stops at once, in the middle of a sentence too.</param>
    /// <returns>One clip a sentence, in order, at the synthesiser's own sample rate.</returns>
    /// <exception cref="SynthesisException">The synthesiser is missing, lacks the voice, or failed.</exception>
    IAsyncEnumerable<AudioClip> SynthesizeAsync(
        string text, string language, SynthesisOptions? options = null, CancellationToken cancellationToken = default);
}
