namespace VoiceMed.Speech.Vosk;

/// <summary>
/// libvosk is missing, or refused a model, a phrase list or sound. The message is one sentence for the person who runs
/// the program: what failed, where, and what to do.
/// </summary>
public sealed class VoskException : Exception
{
    /// <summary>Creates the exception with its sentence.</summary>
    public VoskException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its sentence and the error beneath it.</summary>
    public VoskException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
