using VoiceMed.Speech.Models;
using VoiceMed.Speech.Vosk;

namespace VoiceMed.Speech.Recognition;

/// <summary>
/// A loaded recognition model with its language. Load it once and share it among all recognisers of that language; thread-safe.
/// </summary>
public sealed class SpeechModel : IDisposable
{
    private readonly Lazy<string> acousticModelHash;

    private SpeechModel(string directory, string language, Model native)
    {
        Directory = directory;
        Language = language;
        Native = native;
        acousticModelHash = new Lazy<string>(() => ModelFolder.AcousticModelHash(directory));
        SupportsPhrases = ModelFolder.HasRuntimeGraph(directory);
        AdaptsToSpeaker = ModelFolder.HasSpeakerAdaptation(directory);
    }

    /// <summary>The folder it came from.</summary>
    public string Directory { get; }

    /// <summary><c>ru</c> or <c>en</c>.</summary>
    public string Language { get; }

    /// <summary>
    /// Whether the model can take a phrase list. The large official models have one fixed graph and cannot: with them only
    /// the free decoding runs.
    /// </summary>
    public bool SupportsPhrases { get; }

    /// <summary>
    /// Whether a recogniser goes on adapting to the voice it hears (i-vectors), from one utterance to the next. The bundled models do not.
    /// </summary>
    public bool AdaptsToSpeaker { get; }

    internal Model Native { get; }

    /// <summary>
    /// Whether <paramref name="other"/> hears with the same acoustic model, as the bundled ones of both languages do: then
    /// the log-likelihoods of their transcripts can be compared.
    /// </summary>
    public bool SharesAcousticModel(SpeechModel other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return acousticModelHash.Value == other.acousticModelHash.Value;
    }

    /// <summary>Loads a Vosk model folder, about 0.1 s for a small one.</summary>
    /// <param name="directory">The folder that holds <c>am</c>, <c>conf</c> and <c>graph</c>.</param>
    /// <param name="language"><c>ru</c> or <c>en</c>; by default the folder's name tells.</param>
    /// <exception cref="VoskException">The folder is missing, incomplete or damaged, or libvosk is not installed.</exception>
    public static SpeechModel Load(string directory, string? language = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        language ??= ModelFolder.LanguageOf(directory) ?? throw new VoskException(
            $"The name of the model folder '{directory}' does not say its language (-ru- or -en-); give the language with the model.");
        if (ModelFolder.Changed(directory).Concat(ModelFolder.Problems(directory)).FirstOrDefault() is { } problem)
        {
            throw new VoskException($"The speech model in '{directory}' cannot be used: {problem}; run 'voicemed models check'.");
        }

        return new SpeechModel(directory, language, new Model(directory));
    }

    /// <summary>Whether the model's vocabulary holds <paramref name="word"/> (lower case). libvosk silently drops other words.</summary>
    public bool Knows(string word) => Native.FindWord(word) >= 0;

    /// <summary>The words of <paramref name="phrase"/> that the model does not know, in order; they can never be recognised.</summary>
    public IReadOnlyList<string> UnknownWords(string phrase) =>
        [.. PhraseText.Words(phrase).Where(word => !Knows(word))];

    /// <summary>Gives up this reference; recognisers made from the model go on working.</summary>
    public void Dispose() => Native.Dispose();
}
