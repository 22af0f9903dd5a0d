using VoiceMed.Assistant.Screen.Events;

namespace VoiceMed.Assistant.Screen.Transport;

/// <summary>
/// What stands on the screen now, kept so that a screen that comes back is restored without asking anything again.
/// Spoken answers are not part of it: nothing is said twice. Not thread-safe.
/// </summary>
internal sealed class ScreenPicture
{
    // The order of restoring: who and whom before what.
    private static readonly Type[] Order =
    [
        typeof(SettingsEvent), typeof(StateEvent), typeof(SpeakerEvent), typeof(BlankEvent), typeof(PatientEvent), typeof(TranscriptEvent),
        typeof(CardEvent), typeof(RefusedEvent), typeof(NotUnderstoodEvent), typeof(ErrorEvent), typeof(ChallengeEvent), typeof(QuestionEvent),
        typeof(HintsEvent),
    ];

    private readonly Dictionary<Type, ScreenEvent> _standing = [];
    private string? _patient;

    /// <summary>The speaker that stands on the screen, or null.</summary>
    public SpeakerEvent? Speaker => _standing.GetValueOrDefault(typeof(SpeakerEvent)) as SpeakerEvent;

    /// <summary>The state that stands on the screen.</summary>
    public ScreenState State => _standing.GetValueOrDefault(typeof(StateEvent)) is StateEvent state ? state.State : ScreenState.Asleep;

    /// <summary>What has to be sent to paint the picture, in order.</summary>
    public IEnumerable<ScreenEvent> Events => Order.Where(_standing.ContainsKey).Select(type => _standing[type]);

    /// <summary>Takes one event in.</summary>
    public void Apply(ScreenEvent screenEvent)
    {
        switch (screenEvent)
        {
            case BlankEvent:
                Forget<PatientEvent, TranscriptEvent, CardEvent>();
                Forget<NotUnderstoodEvent, ChallengeEvent, QuestionEvent>();
                Forget<HintsEvent, ErrorEvent, BlankEvent>();
                _patient = null;
                break;
            case PatientEvent patient when patient.Patient?.Id != _patient:
                Forget<CardEvent, TranscriptEvent, QuestionEvent>();
                Forget<BlankEvent, RefusedEvent, NotUnderstoodEvent>();
                _patient = patient.Patient?.Id;
                break;
            case CardEvent:
                Forget<BlankEvent, RefusedEvent, NotUnderstoodEvent>();
                Forget<ChallengeEvent, QuestionEvent, ErrorEvent>();
                break;
            case RefusedEvent or NotUnderstoodEvent or ErrorEvent:
                Forget<RefusedEvent, NotUnderstoodEvent, ErrorEvent>();
                Forget<ChallengeEvent, ChallengeEvent, ChallengeEvent>();
                break;
        }

        Remember(screenEvent);
    }

    private void Remember(ScreenEvent screenEvent)
    {
        var withdrawn = screenEvent is QuestionEvent { Text: null } or ChallengeEvent { Seconds: <= 0 } or TranscriptEvent { Text: "" };
        if (withdrawn)
        {
            _standing.Remove(screenEvent.GetType());
        }
        else if (Array.IndexOf(Order, screenEvent.GetType()) >= 0)
        {
            _standing[screenEvent.GetType()] = screenEvent;
        }
    }

    private void Forget<TFirst, TSecond, TThird>()
    {
        _standing.Remove(typeof(TFirst));
        _standing.Remove(typeof(TSecond));
        _standing.Remove(typeof(TThird));
    }
}
