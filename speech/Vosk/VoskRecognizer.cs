using System.Runtime.InteropServices;

namespace VoiceMed.Speech.Vosk;

/// <summary>
/// One decoding of one stream of sound by libvosk. Not thread-safe; any number may run beside each other on one <see cref="Model"/>.
/// </summary>
public sealed class VoskRecognizer : IDisposable
{
    private readonly RecognizerHandle handle;

    /// <summary>Decodes freely, with the language model that came with <paramref name="model"/>.</summary>
    /// <param name="model">The model; it may be disposed before the recogniser.</param>
    /// <param name="sampleRate">Of the samples that will be fed, in Hz.</param>
    /// <exception cref="VoskException">libvosk refused.</exception>
    public VoskRecognizer(Model model, float sampleRate)
    {
        ArgumentNullException.ThrowIfNull(model);
        handle = Checked(NativeMethods.RecognizerNew(model.Handle, sampleRate));
    }

    /// <summary>Decodes within a bigram made of <paramref name="phrases"/>; pieces of phrases can recombine in the result.</summary>
    /// <param name="model">A model with a runtime graph (<c>graph/HCLr.fst</c>); others ignore the phrases.</param>
    /// <param name="sampleRate">Of the samples that will be fed, in Hz.</param>
    /// <param name="phrases">
    /// Lower-case phrases, one of them usually <c>[unk]</c>. At least one; libvosk drops words the model lacks without a word.
    /// </param>
    /// <exception cref="ArgumentException">There are no phrases: libvosk would crash the process.</exception>
    /// <exception cref="VoskException">libvosk refused.</exception>
    public VoskRecognizer(Model model, float sampleRate, IReadOnlyCollection<string> phrases)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(phrases);
        if (phrases.Count == 0)
        {
            throw new ArgumentException("A grammar needs at least one phrase.", nameof(phrases));
        }

        handle = Checked(NativeMethods.RecognizerNewGrammar(model.Handle, sampleRate, VoskJson.WriteGrammar(phrases)));
    }

    /// <summary>Decodes within a grammar that was written once for many recognisers.</summary>
    internal VoskRecognizer(Model model, float sampleRate, byte[] grammar) =>
        handle = Checked(NativeMethods.RecognizerNewGrammar(model.Handle, sampleRate, grammar));

    /// <summary>Asks for the <paramref name="count"/> best paths instead of words with confidences; 0, the default, turns it off.</summary>
    public void SetMaxAlternatives(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        NativeMethods.RecognizerSetMaxAlternatives(handle, count);
    }

    /// <summary>Whether results carry word times; off by default.</summary>
    public void SetWords(bool enabled) => NativeMethods.RecognizerSetWords(handle, enabled ? 1 : 0);

    /// <summary>Makes results carry the speaker's x-vector.</summary>
    public void SetSpkModel(SpkModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        NativeMethods.RecognizerSetSpkModel(handle, model.Handle);
    }

    /// <summary>Feeds samples and decodes as far as they reach.</summary>
    /// <param name="samples">Mono, 16 bit, at the rate given to the constructor; any length.</param>
    /// <returns>
    /// Whether the decoder thinks the utterance has ended. Callers with their own endpointing go on until <see cref="FinalResult"/>.
    /// </returns>
    /// <exception cref="VoskException">The decoder failed on this sound.</exception>
    public bool AcceptWaveform(ReadOnlySpan<short> samples)
    {
        if (samples.IsEmpty)
        {
            return false;
        }

        var state = NativeMethods.RecognizerAcceptWaveform(handle, samples, samples.Length);
        return state >= 0 ? state > 0 : throw new VoskException("The recogniser failed on this sound; it must be recreated.");
    }

    /// <summary>What was said since the last result, without flushing the decoder: call it when <see cref="AcceptWaveform"/> said so.</summary>
    public VoskResult Result() => VoskJson.ReadResult(Read(NativeMethods.RecognizerResult(handle)));

    /// <summary>What the decoder makes of the utterance so far; may change with every frame.</summary>
    public string PartialResult() => VoskJson.ReadPartial(Read(NativeMethods.RecognizerPartialResult(handle)));

    /// <summary>Flushes the decoder, gives what was said since the last result, and makes the recogniser ready for the next utterance.</summary>
    public VoskResult FinalResult() => VoskJson.ReadResult(Read(NativeMethods.RecognizerFinalResult(handle)));

    /// <summary>Forgets the utterance in progress.</summary>
    public void Reset() => NativeMethods.RecognizerReset(handle);

    /// <summary>Frees the decoder. Harmless when repeated.</summary>
    public void Dispose() => handle.Dispose();

    private static RecognizerHandle Checked(RecognizerHandle created)
    {
        if (!created.IsInvalid)
        {
            return created;
        }

        created.Dispose();
        throw new VoskException("libvosk could not create a recogniser for this model; run 'voicemed models check'.");
    }

    private static unsafe ReadOnlySpan<byte> Read(nint text) =>
        text == nint.Zero
            ? throw new VoskException("The recogniser gave no result; it must be recreated.")
            : MemoryMarshal.CreateReadOnlySpanFromNullTerminated((byte*)text);
}
