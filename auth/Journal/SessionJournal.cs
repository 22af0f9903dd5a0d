using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VoiceMed.Auth.Journal;

/// <summary>
/// The journals of a house's sessions: one file a session, one JSON object a line, in a folder. Appending is atomic for a line; a line cut
/// by a crash is skipped when reading. Thread-safe within one process.
/// </summary>
public sealed class SessionJournal
{
    private const string Extension = ".jsonl";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly string _directory;
    private readonly Lock _gate = new();

    /// <summary>Opens the journals; the folder is made with the first line.</summary>
    public SessionJournal(string directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        _directory = directory;
    }

    /// <summary>Makes the name of a new session: date, time and a few random characters, so that names sort by time.</summary>
    public static string NewSession(DateTimeOffset now) =>
        $"{now.UtcDateTime:yyyyMMdd-HHmmss}-{Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(3))}";

    /// <summary>Names of all sessions, oldest first.</summary>
    public IReadOnlyList<string> Sessions() => Directory.Exists(_directory)
        ? [.. Directory.EnumerateFiles(_directory, "*" + Extension).Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Adds a line.</summary>
    /// <param name="session">The session's name: letters, digits and hyphens.</param>
    /// <param name="happened">What happened.</param>
    /// <exception cref="IOException">It could not be written. A decision that cannot be recorded must not be carried out.</exception>
    public void Append(string session, SessionEvent happened)
    {
        var path = PathOf(session);
        var line = JsonSerializer.Serialize(happened, Json) + "\n";
        lock (_gate)
        {
            Directory.CreateDirectory(_directory);
            File.AppendAllText(path, line);
        }
    }

    /// <summary>Reads a session.</summary>
    /// <returns>Its events in order; empty when there is no such session.</returns>
    public IReadOnlyList<SessionEvent> Read(string session)
    {
        var path = PathOf(session);
        if (!File.Exists(path))
        {
            return [];
        }

        var events = new List<SessionEvent>();
        foreach (var line in File.ReadLines(path))
        {
            try
            {
                if (JsonSerializer.Deserialize<SessionEvent>(line, Json) is { } happened)
                {
                    events.Add(happened);
                }
            }
            catch (JsonException)
            {
                // The last line of a process that was killed while writing it.
            }
        }

        return events;
    }

    /// <summary>Events of one kind in all sessions that began at or after a moment, newest first.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="since">The moment, inclusive, to the second.</param>
    /// <param name="most">How many at most.</param>
    public IReadOnlyList<(string Session, SessionEvent Event)> Find(SessionEventKind kind, DateTimeOffset since, int most)
    {
        var first = $"{since.UtcDateTime:yyyyMMdd-HHmmss}";
        return
        [
            .. Sessions().Reverse().TakeWhile(session => string.CompareOrdinal(session, first) >= 0)
                .SelectMany(session => Read(session).Reverse().Where(happened => happened.Kind == kind).Select(happened => (session, happened)))
                .Take(most),
        ];
    }

    private string PathOf(string session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session.Length is > 0 and <= 80 && session.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? Path.Combine(_directory, session + Extension)
            : throw new ArgumentException("A session's name holds letters, digits and hyphens only.", nameof(session));
    }
}
