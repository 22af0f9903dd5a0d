namespace VoiceMed.Speech.Audio;

/// <summary>Sound that cannot be read. The message is one sentence naming what is wrong and where.</summary>
public sealed class AudioException : Exception
{
    /// <summary>Creates the exception with its sentence.</summary>
    public AudioException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its sentence and the error beneath it.</summary>
    public AudioException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
