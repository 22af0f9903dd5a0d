using System.Threading.Channels;
using VoiceMed.Assistant.Dialogue;
using VoiceMed.Assistant.Hearing;
using VoiceMed.Assistant.Pipeline;
using VoiceMed.Assistant.Pipeline.Reports;
using VoiceMed.Assistant.Screen;
using VoiceMed.Assistant.Screen.Commands;
using VoiceMed.Assistant.Screen.Events;
using VoiceMed.Speech.Activity;
using VoiceMed.Speech.Recognition;

namespace VoiceMed.Assistant.Bedside;

/// <summary>
/// One screen's session: sound and touches in, events out. It joins microphone, conversation and voice, and keeps the
/// state the screen shows.
/// </summary>
public sealed class BedsideSession : IBedsideSession, IMicrophoneListener
{
    private static readonly TimeSpan LongestEcho = TimeSpan.FromMilliseconds(800);

    private readonly SessionParts _parts;
    private readonly Microphone _microphone;
    private readonly WakeGate _wake;
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly List<HeardUtterance> _ended = [];
    private readonly Channel<ScreenEvent> _events = Channel.CreateUnbounded<ScreenEvent>(new() { SingleReader = true });
    private readonly ITimer _sleep;
    private ScreenState _state = ScreenState.Asleep;
    private bool _locked = true;
    private bool _ending;
    private bool _addressed;
    private bool _interrupts;

    /// <summary>Opens the session.</summary>
    /// <param name="id">Random and unguessable.</param>
    /// <param name="parts">What it is made of.</param>
    public BedsideSession(string id, SessionParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        Id = id;
        _parts = parts;
        _wake = new WakeGate([.. parts.Config.WakeWords.Values], TimeSpan.FromSeconds(parts.Config.FollowUpSeconds), parts.Time);
        _microphone = new Microphone(new SpeechListener(new UtteranceSegmenter(options: null, parts.Echo), parts.Recognizer), this, parts.Endpoint, parts.Time, parts.Voice);
        _sleep = parts.Time.CreateTimer(_ => Rest(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _parts.Speaker.Output = Post;
        Post(new StateEvent(ScreenState.Locked));
        if (parts.Conversation.State.Patient is { } patient)
        {
            Post(new PatientEvent(patient.ForScreen(parts.Conversation.State.Language)));
        }
    }

    /// <inheritdoc/>
    public string Id { get; }

    /// <summary>Is told of each turn's report, for the demo's and the admin's eyes; null when nobody watches.</summary>
    public Action<TurnReport>? Reported { get; set; }

    /// <inheritdoc/>
    public async ValueTask AcceptAudioAsync(ReadOnlyMemory<byte> pcm16kMono16, CancellationToken cancellation = default)
    {
        _ended.Clear();
        _microphone.Accept(pcm16kMono16.Span, _ended);
        foreach (var heard in _ended)
        {
            await HeardAsync(heard, cancellation).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public async ValueTask AcceptCommandAsync(ScreenCommand command, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(command);
        switch (command)
        {
            case StopSpeakingCommand:
                _parts.Speaker.Stop();
                Rest();
                return;
            case PlaybackCommand playback:
                _parts.Speaker.Played(playback.Say, playback.Playing);
                if (!playback.Playing)
                {
                    FollowUp();
                }

                return;
            case ResumeCommand:
                _microphone.Forget();
                return;
        }

        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            await CommandAsync(command, cancellation).ConfigureAwait(false);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ScreenEvent> EventsAsync(CancellationToken cancellation = default) => _events.Reader.ReadAllAsync(cancellation);

    /// <inheritdoc/>
    public void OnSpeechStarted()
    {
        // What began within the follow-up window belongs to it, however long it lasts.
        var interrupts = _parts.Speaker.IsSpeaking;
        _interrupts = interrupts || _parts.Echo.IsActive;
        _addressed = _wake.IsOpen || interrupts;
        if (interrupts)
        {
            // Somebody else than we speaks: whoever it is, the doctor need not talk against the loudspeaker.
            _parts.Speaker.Stop();
        }

        if (_addressed)
        {
            Become(ScreenState.Listening);
        }
    }

    /// <inheritdoc/>
    public void OnPartialText(string text)
    {
        if (_addressed || _wake.Admits(text))
        {
            Become(ScreenState.Listening);
            Post(new TranscriptEvent(text, Final: false, _parts.Conversation.State.Language));
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _parts.Speaker.Stop();
        _parts.Gate.Lock();
        _parts.Conversation.State.Forget();
        await _sleep.DisposeAsync().ConfigureAwait(false);
        _parts.Recognizer.Dispose();
        _events.Writer.TryComplete();
        _turn.Dispose();
    }

    private async ValueTask HeardAsync(HeardUtterance heard, CancellationToken cancellation)
    {
        var text = heard.Transcript.Text;
        if (text.Length == 0 || IsOurOwn(heard) || !(_addressed || _wake.Admits(text)))
        {
            Post(new TranscriptEvent(string.Empty, Final: true, heard.Transcript.Language));
            Rest();
            return;
        }

        await _turn.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            Post(new TranscriptEvent(text, Final: true, heard.Transcript.Language));
            Become(ScreenState.Thinking);
            Show(await _parts.Conversation.TurnAsync(TurnInput.Spoken(heard), cancellation).ConfigureAwait(false), heard);
        }
        finally
        {
            _turn.Release();
        }
    }

    // We fall silent as soon as speech is heard over ours: a longer utterance cannot be our own.
    private bool IsOurOwn(HeardUtterance heard) =>
        _interrupts && heard.Utterance.Speech < LongestEcho && _parts.Speaker.Echoes(heard.Transcript.Text);

    private async ValueTask CommandAsync(ScreenCommand command, CancellationToken cancellation)
    {
        var conversation = _parts.Conversation;
        var state = conversation.State;
        switch (command)
        {
            case QueryCommand query:
                Become(ScreenState.Thinking);
                Show(await conversation.TurnAsync(TurnInput.Typed(query.Text, LanguageGuess.Of(query.Text, state.Language)), cancellation).ConfigureAwait(false), null);
                break;
            case SelectCommand select when state.List?.Card.Id == select.Card:
                Show(await conversation.SelectAsync(select.Index, cancellation).ConfigureAwait(false), null);
                break;
            case AnswerCommand answer when state.Question?.Id == answer.Question:
                Show(await conversation.AnswerAsync(answer.Yes, cancellation).ConfigureAwait(false), null);
                break;
            case ResourceCommand resource:
                Show(await conversation.VerifyResourceAsync(resource.Code, cancellation).ConfigureAwait(false), null);
                break;
            case WristbandCommand wristband:
                Show(await conversation.ScanWristbandAsync(wristband.Code, cancellation).ConfigureAwait(false), null);
                break;
            case PinCommand pin:
                Show(await conversation.EnterPinAsync(pin.Doctor is { } doctor ? new(doctor) : null, pin.Pin, cancellation).ConfigureAwait(false), null);
                break;
            case BadgeCommand badge:
                Show(await conversation.ShowBadgeAsync(badge.Code, cancellation).ConfigureAwait(false), null);
                break;
            case LockCommand:
                Show(await conversation.LockAsync(cancellation).ConfigureAwait(false), null);
                break;
            case EndSessionCommand:
                Show(await conversation.EndAsync(cancellation).ConfigureAwait(false), null);
                break;
            case SettingsCommand settings:
                state.Language = settings.Language ?? state.Language;
                state.ShownLanguage = state.Language;
                _parts.Recognizer.LeadingLanguage = state.Language;
                state.Silent = settings.Private ?? state.Silent;
                state.Volume = settings.Volume ?? state.Volume;
                Post(new SettingsEvent(state.Language, state.Silent, state.Volume));
                break;
        }
    }

    private void Show(TurnOutput output, HeardUtterance? heard)
    {
        if (output.StopSpeech)
        {
            _parts.Speaker.Stop();
        }

        foreach (var happening in output.Events)
        {
            Post(happening);
        }

        var report = output.Report;
        if (heard is not null)
        {
            var latency = heard.Endpointing + _parts.Time.GetElapsedTime(heard.Ended);
            report = report with { Latency = report.Latency with { FirstOutput = Math.Round(latency.TotalMilliseconds, 1) } };
        }

        _ending = report is { Meant.Intent: "session.lock" or "session.end", Verdict.Outcome: TurnOutcome.Answered };
        _locked = Locks(output, report) || (_locked && report.Verdict.Outcome is not (TurnOutcome.Answered or TurnOutcome.Confirm));
        Post(new TurnEvent(report.Turn, report.Meant.Intent, NameOf(report.Verdict.Outcome), (int)report.Latency.FirstOutput));
        if (report.Answered.Speech.Length > 0 && !_parts.Conversation.State.Silent)
        {
            Become(ScreenState.Speaking);
            _parts.Speaker.Say(report.Answered.Speech, _parts.Conversation.State.Language, _parts.Conversation.State.Volume);
        }

        _parts.Recognizer.LeadingLanguage = _parts.Conversation.State.Language;
        FollowUp();
        Reported?.Invoke(report);
    }

    private static bool Locks(TurnOutput output, TurnReport report) =>
        report is { Meant.Intent: "session.lock" or "session.end", Verdict.Outcome: TurnOutcome.Answered } || output.Events.Any(happening => happening is BlankEvent);

    private void FollowUp()
    {
        if (_ending)
        {
            _wake.Close();
            Rest();
            return;
        }

        _wake.Open();
        _sleep.Change(_wake.Remaining + TimeSpan.FromMilliseconds(50), Timeout.InfiniteTimeSpan);
        if (!_parts.Speaker.IsSpeaking)
        {
            Become(_locked ? ScreenState.Locked : ScreenState.Listening);
        }
    }

    private void Rest() => Become(_parts.Speaker.IsSpeaking ? ScreenState.Speaking
        : _locked ? ScreenState.Locked
        : _wake.IsOpen ? ScreenState.Listening : ScreenState.Asleep);

    private void Become(ScreenState state)
    {
        if (_state != state)
        {
            _state = state;
            Post(new StateEvent(state));
        }
    }

    private void Post(ScreenEvent happening) => _events.Writer.TryWrite(happening);

    private static string NameOf(TurnOutcome outcome) => outcome switch
    {
        TurnOutcome.Answered => "answered",
        TurnOutcome.Challenge => "challenged",
        TurnOutcome.Confirm => "asked",
        TurnOutcome.Refused => "refused",
        TurnOutcome.NotUnderstood => "notUnderstood",
        _ => "failed",
    };
}
