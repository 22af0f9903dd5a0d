namespace VoiceMed.Speech.Audio;

/// <summary>A sound WAV file whose sound is compressed: another program can read it.</summary>
internal sealed class WavEncodingException(string message) : Exception(message);
