using System.Runtime.InteropServices;
using VoiceMed.Assistant.Hosting;
using VoiceMed.Speech.Activity;
using VoiceMed.Speech.Audio;
using VoiceMed.Speech.Recognition;

namespace VoiceMed.Assistant.Hearing;

/// <summary>Hears a recording as the bedside's microphone would: frame by frame, through voice activity and endpointing.</summary>
public static class ClipListener
{
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(1);

    /// <summary>The longest utterance of the recording; null when nobody speaks.</summary>
    /// <param name="host">The program.</param>
    /// <param name="clip">16 kHz mono.</param>
    public static HeardUtterance? Hear(AssistantHost host, AudioClip clip)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(clip);
        using var recognizer = host.Recognizers.Create(host.Config.Languages[0]);
        var listener = new SpeechListener(new UtteranceSegmenter(), recognizer);
        var microphone = new Microphone(listener, new Unwatched(), new EndpointPolicy(static _ => Completeness.Unknown), host.Time);
        var ended = new List<HeardUtterance>();
        var quiet = new short[(int)(Silence.TotalSeconds * AudioClip.StandardSampleRate)];
        microphone.Accept(MemoryMarshal.AsBytes<short>(quiet), ended);
        microphone.Accept(MemoryMarshal.AsBytes<short>(clip.Samples), ended);
        microphone.Accept(MemoryMarshal.AsBytes<short>(quiet), ended);
        return ended.Where(heard => heard.Transcript.Text.Length > 0).MaxBy(heard => heard.Utterance.Speech);
    }

    private sealed class Unwatched : IMicrophoneListener
    {
        public void OnSpeechStarted()
        {
        }

        public void OnPartialText(string text)
        {
        }
    }
}
