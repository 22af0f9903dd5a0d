namespace VoiceMed.Assistant.Hearing;

/// <summary>Is told what the microphone path notices, on the thread that feeds it.</summary>
public interface IMicrophoneListener
{
    /// <summary>Somebody began to speak.</summary>
    void OnSpeechStarted();

    /// <summary>The words so far have changed: for display only.</summary>
    /// <param name="text">The words; empty when what had seemed speech was none.</param>
    void OnPartialText(string text);
}
