namespace VoiceMed.Assistant.Screen.Events;

/// <summary>One sentence of a spoken answer. Sent as a binary frame; a sentence of an answer that was stopped is dropped.</summary>
/// <param name="Say">The answer's number.</param>
/// <param name="Sentence">The sentence's number in the answer, from 0.</param>
/// <param name="Last">True for the last sentence.</param>
/// <param name="Wav">A whole WAV file, 16-bit PCM mono.</param>
public sealed record SayAudioEvent(long Say, int Sentence, bool Last, ReadOnlyMemory<byte> Wav) : ScreenEvent;
