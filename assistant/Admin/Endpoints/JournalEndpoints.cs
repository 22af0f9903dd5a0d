using VoiceMed.Auth.Journal;

namespace VoiceMed.Assistant.Admin.Endpoints;

/// <summary>What the gates noted: screens that stopped listening, and any session in plain words.</summary>
internal static class JournalEndpoints
{
    private const int MostAlerts = 100;
    private static readonly TimeSpan Shown = TimeSpan.FromDays(7);

    public static void MapJournal(this WebApplication app, SessionJournal journal, TimeProvider time)
    {
        app.MapGet("/api/alerts", () => journal.Find(SessionEventKind.LockedOut, time.GetUtcNow() - Shown, MostAlerts)
            .Select(found => new { session = found.Session, at = found.Event.At, terminal = found.Event.Terminal, detail = found.Event.Detail }));
        app.MapGet("/api/sessions/{session}", (string session, string language) => Explain(journal, session, language));
    }

    private static IResult Explain(SessionJournal journal, string session, string language)
    {
        try
        {
            var events = journal.Read(session);
            return events.Count == 0 ? Results.NotFound() : Results.Ok(events.Select(happened => SessionExplainer.Explain(happened, language)));
        }
        catch (ArgumentException)
        {
            return Results.NotFound();
        }
    }
}
