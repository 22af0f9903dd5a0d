namespace VoiceMed.Speech.Vosk;

/// <summary>A loaded speaker model, which lets a <see cref="VoskRecognizer"/> give x-vectors. Shared like <see cref="Model"/>.</summary>
public sealed class SpkModel : IDisposable
{
    /// <summary>Loads the speaker model folder <paramref name="path"/>.</summary>
    /// <exception cref="VoskException">libvosk is missing, or it cannot read the folder.</exception>
    public SpkModel(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        NativeMethods.SetLogLevel(NativeMethods.NoLog);
        Handle = NativeMethods.SpkModelNew(path);
        if (Handle.IsInvalid)
        {
            Handle.Dispose();
            throw new VoskException($"The speaker model in '{path}' cannot be loaded: it is missing, incomplete or damaged; run 'voicemed models check'.");
        }
    }

    internal SpkModelHandle Handle { get; }

    /// <summary>Gives up this reference; recognisers made with the model go on working.</summary>
    public void Dispose() => Handle.Dispose();
}
