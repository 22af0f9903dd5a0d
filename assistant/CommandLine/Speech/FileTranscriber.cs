using System.Diagnostics;
using VoiceMed.Speech.Activity;
using VoiceMed.Speech.Audio;
using VoiceMed.Speech.Models;
using VoiceMed.Speech.Recognition;

namespace VoiceMed.Assistant.CommandLine.Speech;

/// <summary>Transcribes files of any length along the path live sound takes: frames, utterances, both decodings.</summary>
internal sealed class FileTranscriber : IDisposable
{
    private static readonly string[] AllLanguages = ["ru", "en"];

    private readonly IReadOnlyList<SpeechModel> models;
    private readonly IReadOnlyList<RecognizerPool> pools;
    private readonly PooledRecognizer recognizer;

    private FileTranscriber(IReadOnlyList<SpeechModel> models, IReadOnlyList<RecognizerPool> pools)
    {
        this.models = models;
        this.pools = pools;
        recognizer = new PooledRecognizer(pools[0], pools.ElementAtOrDefault(1));
    }

    /// <summary>Loads the models and phrases.</summary>
    /// <param name="choice">What the user asked for.</param>
    /// <param name="terminal">Hears of phrases that had to be left out.</param>
    /// <param name="defaultPhrases">The phrases of a language when the user named no file of them.</param>
    public static FileTranscriber Create(RecognizerChoice choice, Terminal terminal, Func<string, IReadOnlyList<string>>? defaultPhrases = null)
    {
        var catalog = ModelCatalog.Load();
        var named = choice.PhraseFile is { } file ? ReadPhrases(file) : null;
        var models = choice.Model is { } model
            ? [SpeechModel.Load(catalog.Resolve(choice.Language ?? "", model), choice.Language)]
            : (choice.Language is { } language ? [language] : AllLanguages).Select(each => SpeechModel.Load(catalog.Resolve(each), each)).ToArray();
        var phrases = models.Select(each => PhraseList.Create(each, named ?? defaultPhrases?.Invoke(each.Language) ?? [])).ToArray();
        if (named is { Count: > 0 } && phrases.All(static list => list.Phrases.Count == 0))
        {
            throw new CommandException($"The model knows none of the phrases in '{choice.PhraseFile}'.");
        }

        foreach (var rejected in models.Length == 1 && named is not null ? phrases[0].Rejected : [])
        {
            terminal.Message($"Left out, the model lacks {string.Join(", ", rejected.UnknownWords)}: {rejected.Phrase}");
        }

        return new FileTranscriber(models, [.. models.Zip(phrases, static (model, list) => new RecognizerPool(model, () => list))]);
    }

    /// <summary>Transcribes one file.</summary>
    /// <exception cref="AudioException">It cannot be read.</exception>
    public async Task<Transcription> TranscribeAsync(string file, CancellationToken cancellationToken)
    {
        recognizer.Reset();
        var listener = new SpeechListener(new UtteranceSegmenter(), recognizer);
        var heard = new List<(Utterance Utterance, Transcript Transcript)>();
        var clock = Stopwatch.StartNew();
        await foreach (var frame in AudioLoader.ReadFramesAsync(file, UtteranceSegmenter.FrameLength, cancellationToken).ConfigureAwait(false))
        {
            Collect(listener.Accept(frame.Span));
        }

        Collect(listener.Flush());
        return Join(file, heard, listener.Segmenter.Position, clock.Elapsed);

        void Collect(SegmenterEvent happened)
        {
            if (happened == SegmenterEvent.UtteranceEnded && listener.Transcript is { Agreement: not Agreement.Nothing } transcript)
            {
                heard.Add((listener.Segmenter.Utterance!, transcript));
            }
        }
    }

    public void Dispose()
    {
        recognizer.Dispose();
        foreach (var pool in pools)
        {
            pool.Dispose();
        }

        foreach (var model in models)
        {
            model.Dispose();
        }
    }

    private Transcription Join(
        string file, List<(Utterance Utterance, Transcript Transcript)> heard, TimeSpan duration, TimeSpan elapsed)
    {
        var words = heard.SelectMany(static part => part.Transcript.Words.Select(word => new TranscribedWord(
            word.Word,
            Math.Round((part.Utterance.Start + word.Start).TotalSeconds, 2),
            Math.Round((part.Utterance.Start + word.End).TotalSeconds, 2),
            Math.Round(word.Confidence, 3))));
        var longest = heard.OrderByDescending(static part => part.Transcript.Text.Length).Select(static part => part.Transcript).FirstOrDefault();
        return new Transcription(
            file,
            Text(static transcript => transcript.Text),
            longest?.Language ?? (models.Count == 1 ? models[0].Language : ""),
            heard.Count == 0 ? 0 : Math.Round(heard.Min(static part => part.Transcript.Confidence), 3),
            [.. words],
            Text(static transcript => transcript.GrammarText),
            Text(static transcript => transcript.FreeText),
            (heard.Count == 0 ? Agreement.Nothing : heard.Max(static part => part.Transcript.Agreement)).ToString(),
            Math.Round(duration.TotalSeconds, 2),
            Math.Round(elapsed / duration, 4));

        string Text(Func<Transcript, string> select) =>
            string.Join(' ', heard.Select(part => select(part.Transcript)).Where(static text => text.Length > 0));
    }

    private static IReadOnlyList<string> ReadPhrases(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"The phrase file '{path}' cannot be read: {e.Message}");
        }
    }
}
