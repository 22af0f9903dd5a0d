namespace VoiceMed.Speech.Vosk;

/// <summary>
/// A loaded acoustic and language model. Load one a language and share it: recognisers only read it, from any thread.
/// </summary>
/// <remarks>Recognisers hold their own reference to the native model, so the order of disposal does not matter.</remarks>
public sealed class Model : IDisposable
{
    /// <summary>Loads the model folder <paramref name="path"/>.</summary>
    /// <exception cref="VoskException">libvosk is missing, or it cannot read the folder.</exception>
    public Model(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        NativeMethods.SetLogLevel(NativeMethods.NoLog);
        NativeHeap.ShareArenas();
        Handle = NativeMethods.ModelNew(path);
        if (Handle.IsInvalid)
        {
            Handle.Dispose();
            throw new VoskException($"The speech model in '{path}' cannot be loaded: it is missing, incomplete or damaged; run 'voicemed models check'.");
        }
    }

    internal ModelHandle Handle { get; }

    /// <summary>The model's number of <paramref name="word"/> (lower case), or -1 when the model does not know it.</summary>
    public int FindWord(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        return NativeMethods.ModelFindWord(Handle, word);
    }

    /// <summary>Gives up this reference; recognisers made from the model go on working.</summary>
    public void Dispose() => Handle.Dispose();
}
