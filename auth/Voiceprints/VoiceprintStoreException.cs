namespace VoiceMed.Auth.Voiceprints;

/// <summary>The store or a key cannot be used. The message is one sentence naming the file and what to do; it never holds key or template.</summary>
public sealed class VoiceprintStoreException : Exception
{
    /// <summary>Creates the exception with its sentence.</summary>
    public VoiceprintStoreException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its sentence and the error beneath it.</summary>
    public VoiceprintStoreException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
