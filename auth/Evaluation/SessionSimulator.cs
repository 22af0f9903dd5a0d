using VoiceMed.Auth.Liveness;
using VoiceMed.Auth.Policy;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Trust;

namespace VoiceMed.Auth.Evaluation;

/// <summary>
/// Replays recorded sessions through identification, trust and policy, as a bedside screen would. Each utterance asks for data of normal
/// sensitivity; <see cref="Pause"/> passes between two. A session is opened by the doctor's second factor; nobody ever repeats a challenge.
/// Not thread-safe.
/// </summary>
public sealed class SessionSimulator
{
    private static readonly DateTimeOffset Start = DateTimeOffset.UnixEpoch;
    private readonly IReadOnlyList<ObservedSession> _sessions;

    private SessionSimulator(IReadOnlyList<ObservedSession> sessions) => _sessions = sessions;

    /// <summary>Time between the ends of two utterances.</summary>
    public static TimeSpan Pause { get; } = TimeSpan.FromSeconds(15);

    /// <summary>Number of sessions.</summary>
    public int Sessions => _sessions.Count;

    /// <summary>Scores every utterance of the set's sessions; all models of a corpus are one ward.</summary>
    public static async Task<SessionSimulator> PrepareAsync(SpeakerModel model, EvaluationSet set, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(set);
        var steps = set.ReadSessions();
        var templates = await new VerificationEvaluator(model, set).EnrolAsync(cancellationToken).ConfigureAwait(false);
        var identifiers = steps.GroupBy(s => s.Corpus).ToDictionary(
            g => g.Key,
            g => new SpeakerIdentifier(model, [.. g.Select(s => s.Model).Distinct().Select(m => new EnrolledSpeaker(m, templates[m]))]));
        var heard = new Dictionary<(string, AudioStretch), SpeakerEvidence>();
        var sessions = new List<ObservedSession>();
        foreach (var session in steps.GroupBy(s => s.Session))
        {
            var observed = new List<(SessionStep, SpeakerEvidence)>();
            foreach (var step in session)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!heard.TryGetValue((step.Corpus, step.Speech), out var evidence))
                {
                    evidence = identifiers[step.Corpus].Score(await set.LoadAsync(step.Speech, cancellationToken).ConfigureAwait(false));
                    heard[(step.Corpus, step.Speech)] = evidence;
                }

                observed.Add((step, evidence));
            }

            sessions.Add(new ObservedSession(session.First(), observed));
        }

        return new SessionSimulator(sessions);
    }

    /// <summary>Replays all sessions under a policy.</summary>
    /// <returns>What came of it, by corpus.</returns>
    public IReadOnlyDictionary<string, SimulationResult> Run(AccessPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return _sessions.GroupBy(s => s.First.Corpus).ToDictionary(g => g.Key, g => Summarise([.. g], policy));
    }

    private static SimulationResult Summarise(IReadOnlyList<ObservedSession> sessions, AccessPolicy policy)
    {
        var genuine = new List<bool>();
        var leaks = new List<int>();
        var detections = new List<int>();
        var cold = new List<bool>();
        var coldWithoutFactor = new List<bool>();
        foreach (var session in sessions)
        {
            var granted = Replay(session, policy, withFactor: true);
            var own = session.Steps.Select(s => s.Step.IsGenuine).ToArray();
            genuine.AddRange(granted.Where((_, i) => own[i]));
            if (session.First.Kind == "takeover")
            {
                var after = granted.Where((_, i) => !own[i]).ToArray();
                leaks.Add(after.Count(g => g));
                detections.Add(Array.IndexOf(after, false) + 1);
            }
            else if (session.First.Kind == "impostor")
            {
                cold.AddRange(granted);
                coldWithoutFactor.AddRange(Replay(session, policy, withFactor: false));
            }
        }

        return new SimulationResult
        {
            Sessions = sessions.Count,
            GenuineGranted = Share(genuine),
            TakeOvers = leaks.Count,
            TakeOversWithoutLeak = Share(leaks.ConvertAll(l => l == 0)),
            LeakedUtterances = leaks.Count == 0 ? null : leaks.Average(),
            UtterancesToDetection = detections.All(d => d > 0) && detections.Count > 0 ? detections.Average() : null,
            ColdGrantsWithStolenFactor = Share(cold),
            ColdGrants = Share(coldWithoutFactor),
        };
    }

    private static bool[] Replay(ObservedSession session, AccessPolicy policy, bool withFactor)
    {
        var trust = new TrustTracker(policy.Trust);
        var channel = new ChannelMonitor();
        var now = Start;
        if (withFactor)
        {
            trust.Confirm(session.First.Model, SecondFactor.Pin, now);
        }

        var granted = new bool[session.Steps.Count];
        for (var i = 0; i < granted.Length; i++)
        {
            now += Pause;
            if (trust.Observe(channel.Observe(session.Steps[i].Evidence), now) is TrustChange.Opened or TrustChange.HandedOver)
            {
                channel.Begin(session.Steps[i].Evidence);
            }

            var snapshot = trust.Snapshot(now);
            var decision = policy.Decide(new AccessRequest(Sensitivity.Normal, "doctor", snapshot));
            granted[i] = decision.Verdict == Verdict.Allow && snapshot.Doctor == session.First.Model;
        }

        return granted;
    }

    private static double? Share(IReadOnlyCollection<bool> values) => values.Count == 0 ? null : values.Average(v => v ? 1.0 : 0);

    private sealed record ObservedSession(SessionStep First, IReadOnlyList<(SessionStep Step, SpeakerEvidence Evidence)> Steps);
}
