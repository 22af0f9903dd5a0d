using VoiceMed.Assistant.Screen.Events;
using VoiceMed.Nlu.Language;
using VoiceMed.Speech.Audio;
using VoiceMed.Speech.Echo;
using VoiceMed.Speech.Synthesis;

namespace VoiceMed.Assistant.Speaking;

/// <summary>
/// Speaks one answer at a time, sentence by sentence, so that sound starts early; a new answer, or somebody speaking over it,
/// ends the former. Thread-safe.
/// </summary>
public sealed class AnswerSpeaker(ISynthesizer synthesizer, Func<string, string, string> expand, EchoGuard echo)
{
    // So many of the heard words must be ours for the microphone to be hearing the loudspeaker.
    private const double OwnWords = 0.6;

    // The volume, in percent, at which the synthesiser speaks as loudly as it does by itself.
    private const double UsualVolume = 80;

    private readonly Lock _gate = new();
    private CancellationTokenSource? _speaking;
    private readonly List<AudioClip> _unheard = [];
    private HashSet<string> _words = [];
    private long _say;
    private long _playing;

    /// <summary>Where events go.</summary>
    public Action<ScreenEvent> Output { get; set; } = static _ => { };

    /// <summary>True while an answer is being synthesised or played.</summary>
    public bool IsSpeaking
    {
        get
        {
            lock (_gate)
            {
                return _speaking is not null || _playing != 0;
            }
        }
    }

    /// <summary>Whether heard words are those spoken last: our own voice never counts as a speaker's. Ask it of what began while we spoke.</summary>
    public bool Echoes(string heard)
    {
        ArgumentNullException.ThrowIfNull(heard);
        lock (_gate)
        {
            var words = heard.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            return words.Length > 0 && words.Count(_words.Contains) >= OwnWords * words.Length;
        }
    }

    /// <summary>Begins to speak; returns at once.</summary>
    /// <param name="text">The answer.</param>
    /// <param name="language"><c>ru</c> or <c>en</c>.</param>
    /// <param name="volume">Loudness in percent, 0 to 100.</param>
    public void Say(string text, string language, int volume)
    {
        Stop();
        long say;
        CancellationTokenSource stop = new();
        lock (_gate)
        {
            say = ++_say;
            _speaking = stop;
            _unheard.Clear();
            _words = [.. TextNormalizer.Words(text)];
        }

        Output(new SayEvent(say, text, language));
        _ = SpeakAsync(say, text, language, volume, stop);
    }

    /// <summary>Ends what is being spoken, in the middle of a word.</summary>
    public void Stop()
    {
        long say;
        lock (_gate)
        {
            if (_speaking is null && _playing == 0)
            {
                return;
            }

            say = _say;
            _speaking?.Cancel();
            _speaking = null;
            _playing = 0;
            _unheard.Clear();
        }

        echo.Stop();
        Output(new StopSpeechEvent(say));
    }

    /// <summary>The loudspeaker began or ended an answer. From then on the microphone may hear it.</summary>
    /// <param name="say">The answer's number.</param>
    /// <param name="playing">True when it began.</param>
    public void Played(long say, bool playing)
    {
        lock (_gate)
        {
            if (say != _say)
            {
                return;
            }

            _playing = playing ? say : 0;
            if (playing)
            {
                _unheard.ForEach(echo.Play);
            }
            else
            {
                echo.Stop(); // what it had not played yet is not heard any more
            }

            _unheard.Clear();
        }
    }

    private async Task SpeakAsync(long say, string text, string language, int volume, CancellationTokenSource stop)
    {
        try
        {
            await SentencesAsync(say, text, language, volume, stop.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Somebody spoke over it.
        }
        catch (SynthesisException e)
        {
            Output(new ErrorEvent("synthesis.failed", e.Message));
        }
        finally
        {
            lock (_gate)
            {
                if (_speaking == stop)
                {
                    _speaking = null;
                }
            }

            stop.Dispose();
        }
    }

    private async Task SentencesAsync(long say, string text, string language, int volume, CancellationToken stop)
    {
        var options = new SynthesisOptions { Volume = volume / UsualVolume };
        var sentences = SentenceSplitter.Split(expand(text, language)).ToList();
        for (var i = 0; i < sentences.Count; i++)
        {
            await foreach (var clip in synthesizer.SynthesizeAsync(sentences[i], language, options, stop).ConfigureAwait(false))
            {
                Announce(say, clip);
                Output(new SayAudioEvent(say, i, Last: i == sentences.Count - 1, Wav(clip)));
            }
        }
    }

    // The sentences wait for the loudspeaker: what sounds later than predicted would be taken for somebody else.
    private void Announce(long say, AudioClip clip)
    {
        lock (_gate)
        {
            if (say != _say)
            {
                return;
            }

            if (_playing == say)
            {
                echo.Play(clip);
            }
            else
            {
                _unheard.Add(clip);
            }
        }
    }

    private static byte[] Wav(AudioClip clip)
    {
        using var stream = new MemoryStream();
        WavFile.Write(stream, clip);
        return stream.ToArray();
    }
}
