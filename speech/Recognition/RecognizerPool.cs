using System.Collections.Concurrent;

namespace VoiceMed.Speech.Recognition;

/// <summary>
/// The recognisers of one language, handed out an utterance at a time: there are as many as people speak at once, not as there are
/// screens, and what a decoder has worked out of its graph serves all of them. Thread-safe.
/// </summary>
/// <param name="model">The model; it stays the caller's.</param>
/// <param name="phrases">Gives the phrases to expect now. They are taken up between utterances.</param>
public sealed class RecognizerPool(SpeechModel model, Func<PhraseList> phrases) : IDisposable
{
    /// <summary>How much speech a recogniser hears before it is replaced, which takes some 12 ms: libvosk's memory grows with the sound.</summary>
    public static readonly TimeSpan RecycleAfter = TimeSpan.FromMinutes(1);

    private readonly ConcurrentStack<PhraseRecognizer> idle = new();
    private volatile bool closed;

    /// <summary>The language of the model.</summary>
    public string Language => model.Language;

    /// <summary>Its model.</summary>
    public SpeechModel Model => model;

    /// <summary>Takes a recogniser for one utterance; give it back with <see cref="Return"/>.</summary>
    /// <exception cref="Vosk.VoskException">libvosk refused.</exception>
    /// <exception cref="ObjectDisposedException">The pool is closed.</exception>
    public PhraseRecognizer Rent()
    {
        ObjectDisposedException.ThrowIf(closed, this);
        var expected = phrases();
        if (!idle.TryPop(out var recognizer))
        {
            return new PhraseRecognizer(model, expected);
        }

        if (recognizer.Phrases != expected)
        {
            recognizer.SetPhrases(expected);
        }

        // A model that adapts to its speaker would hear the next one with the former's voice in mind.
        if (recognizer.Heard >= RecycleAfter || model.AdaptsToSpeaker)
        {
            recognizer.Recycle();
        }

        return recognizer;
    }

    /// <summary>Gives a recogniser back, between utterances.</summary>
    /// <param name="recognizer">One that <see cref="Rent"/> gave; it must not be used any more.</param>
    public void Return(PhraseRecognizer recognizer)
    {
        ArgumentNullException.ThrowIfNull(recognizer);
        idle.Push(recognizer);
        if (closed)
        {
            Clear();
        }
    }

    /// <summary>Frees the recognisers; those still out are freed when they come back.</summary>
    public void Dispose()
    {
        closed = true;
        Clear();
    }

    private void Clear()
    {
        while (idle.TryPop(out var recognizer))
        {
            recognizer.Dispose();
        }
    }
}
