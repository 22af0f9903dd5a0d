namespace VoiceMed.Auth.Scoring;

/// <summary>A speaker model that cannot be used. The message is one sentence naming the file and what to do.</summary>
public sealed class SpeakerModelException : Exception
{
    /// <summary>Creates the exception with its sentence.</summary>
    public SpeakerModelException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its sentence and the error beneath it.</summary>
    public SpeakerModelException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
