using System.Collections.Concurrent;

namespace VoiceMed.Assistant.Admin.Enrolment;

/// <summary>The enrolments that are going on. An abandoned one, sound and all, is forgotten after a quarter of an hour. Thread-safe.</summary>
internal sealed class EnrolmentDesk(IVoiceprintDesk voiceprints, TimeProvider time)
{
    private const int MaxEnrolments = 8;
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);
    private readonly ConcurrentDictionary<string, (IVoiceEnrolment Enrolment, DateTimeOffset Since)> _running = new(StringComparer.Ordinal);

    public (string Id, IReadOnlyList<string> Prompts)? Begin(string language)
    {
        foreach (var (old, (_, since)) in _running)
        {
            if (time.GetUtcNow() - since > Lifetime)
            {
                _running.TryRemove(old, out _);
            }
        }

        if (_running.Count >= MaxEnrolments)
        {
            return null;
        }

        var id = Guid.NewGuid().ToString("N");
        var enrolment = voiceprints.Begin(language);
        _running[id] = (enrolment, time.GetUtcNow());
        return (id, enrolment.Prompts);
    }

    /// <summary>Uses an enrolment alone; default when there is none of this name.</summary>
    public T? Use<T>(string id, Func<IVoiceEnrolment, T> use)
        where T : class
    {
        if (!_running.TryGetValue(id, out var entry))
        {
            return null;
        }

        lock (entry.Enrolment)
        {
            return use(entry.Enrolment);
        }
    }

    public void End(string id) => _running.TryRemove(id, out _);
}
