using System.Buffers.Binary;
using VoiceMed.Auth.Scoring;
using VoiceMed.Speech.Activity;
using VoiceMed.Speech.Recognition;

namespace VoiceMed.Assistant.Hearing;

/// <summary>
/// The <c>heard</c> and <c>said</c> steps of one screen: bytes of any length in, utterances with their words out. Nothing is
/// allocated per frame. Not thread-safe.
/// </summary>
public sealed class Microphone
{
    private const int FrameBytes = UtteranceSegmenter.FrameLength * sizeof(short);

    // Partial text every so many frames: the screen follows within 200 ms, and the decoder is not asked at each frame.
    private const int PartialEvery = 8;

    // Speech that goes on within 300 ms after a cut is the rest of a torn sentence: "not" may have been before it.
    private const int TornFrames = 15;

    private readonly SpeechListener _listener;
    private readonly IMicrophoneListener _observer;
    private readonly EndpointPolicy _endpoint;
    private readonly TimeProvider _time;
    private readonly StreamingSpeakerIdentification? _voice;
    private readonly short[] _frame = new short[UtteranceSegmenter.FrameLength];
    private readonly byte[] _pending = new byte[FrameBytes];
    private int _pendingBytes;
    private int _framesSincePartial;
    private int _framesSinceCut = TornFrames;
    private int _cut;
    private bool _torn;
    private string _partial = string.Empty;

    /// <summary>Sets up the path.</summary>
    /// <param name="listener">Cuts and recognises; owned by the caller.</param>
    /// <param name="observer">Is told of starts and partial words.</param>
    /// <param name="endpoint">Chooses the silence that ends an utterance.</param>
    /// <param name="time">Measures latency.</param>
    /// <param name="voice">Measures the voice while it speaks, so that the speaker is known right at the end; null where nobody asks. Not shared.</param>
    public Microphone(
        SpeechListener listener, IMicrophoneListener observer, EndpointPolicy endpoint, TimeProvider time, StreamingSpeakerIdentification? voice = null)
    {
        _voice = voice;
        _listener = listener;
        _observer = observer;
        _endpoint = endpoint;
        _time = time;
    }

    /// <summary>Takes sound and adds the utterances that ended within it to <paramref name="ended"/>.</summary>
    /// <param name="pcm">16 kHz mono signed 16-bit little-endian samples; a sample may be split between calls.</param>
    /// <param name="ended">Receives the utterances.</param>
    public void Accept(ReadOnlySpan<byte> pcm, ICollection<HeardUtterance> ended)
    {
        ArgumentNullException.ThrowIfNull(ended);
        if (Interlocked.Exchange(ref _cut, 0) != 0)
        {
            Drop();
        }

        while (pcm.Length > 0)
        {
            var take = Math.Min(FrameBytes - _pendingBytes, pcm.Length);
            pcm[..take].CopyTo(_pending.AsSpan(_pendingBytes));
            _pendingBytes += take;
            pcm = pcm[take..];
            if (_pendingBytes == FrameBytes)
            {
                _pendingBytes = 0;
                AcceptFrame(ended);
            }
        }
    }

    /// <summary>
    /// Drops the utterance in progress, and what is still to come of it: the connection was cut in between. Takes effect with the next
    /// sound; may be called from any thread.
    /// </summary>
    public void Forget() => Interlocked.Exchange(ref _cut, 1);

    private void Drop()
    {
        _pendingBytes = 0;
        _partial = string.Empty;
        _framesSinceCut = 0;
        _listener.Flush();
        _voice?.Reset();
    }

    private void AcceptFrame(ICollection<HeardUtterance> ended)
    {
        for (var i = 0; i < _frame.Length; i++)
        {
            _frame[i] = BinaryPrimitives.ReadInt16LittleEndian(_pending.AsSpan(2 * i));
        }

        _framesSinceCut = Math.Min(_framesSinceCut + 1, TornFrames);
        var before = _time.GetTimestamp();
        var wasSpeaking = _listener.Segmenter.IsSpeaking;
        var happened = _listener.Accept(_frame);
        if (wasSpeaking)
        {
            _voice?.Accept(_frame);
        }

        switch (happened)
        {
            case SegmenterEvent.SpeechStarted:
                _framesSincePartial = 0;
                _torn = _framesSinceCut < TornFrames;
                _voice?.Accept(_listener.Segmenter.Pending);
                _endpoint.Restart(_listener.Segmenter);
                if (!_torn)
                {
                    _observer.OnSpeechStarted();
                }

                break;
            case SegmenterEvent.UtteranceEnded when _torn:
                _voice?.Reset();
                break;
            case SegmenterEvent.UtteranceEnded:
                ended.Add(Heard(before));
                _partial = string.Empty;
                break;
            case SegmenterEvent.SpeechDiscarded:
                _voice?.Reset();
                Show(string.Empty);
                break;
            case SegmenterEvent.None when !_torn && _listener.Segmenter.IsSpeaking && ++_framesSincePartial >= PartialEvery:
                _framesSincePartial = 0;
                Show(_listener.PartialText);
                break;
        }
    }

    private HeardUtterance Heard(long before)
    {
        var utterance = _listener.Segmenter.Utterance!;
        return new HeardUtterance(
            utterance, _listener.Transcript!, before, _listener.Segmenter.Position - utterance.SpeechEnd, _time.GetElapsedTime(before))
        {
            Voice = _voice?.Collect(utterance.Samples),
        };
    }

    private void Show(string text)
    {
        if (text != _partial)
        {
            _partial = text;
            _endpoint.Consider(text, _listener.Segmenter);
            _observer.OnPartialText(text);
        }
    }
}
