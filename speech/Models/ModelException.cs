namespace VoiceMed.Speech.Models;

/// <summary>A model that cannot be found, fetched, verified or unpacked. The message is one sentence that says what to do.</summary>
public sealed class ModelException : Exception
{
    /// <summary>Creates the exception with its sentence.</summary>
    public ModelException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its sentence and the error beneath it.</summary>
    public ModelException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
