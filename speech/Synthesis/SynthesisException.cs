namespace VoiceMed.Speech.Synthesis;

/// <summary>Text that could not be spoken: the synthesiser is missing or failed. The message is one sentence that says what to do.</summary>
public sealed class SynthesisException : Exception
{
    /// <summary>Creates the exception with its sentence.</summary>
    public SynthesisException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its sentence and the error beneath it.</summary>
    public SynthesisException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
