using VoiceMed.Assistant.Screen;

namespace VoiceMed.Assistant.Admin.Endpoints;

/// <summary>The open bedside sessions.</summary>
internal static class ScreenSessionEndpoints
{
    public static void MapScreenSessions(this WebApplication app, LiveScreens screens)
    {
        app.MapGet("/api/screens", screens.Snapshot);
        app.MapDelete("/api/screens/{session}", async (string session) =>
            await screens.EndAsync(session).ConfigureAwait(false) ? Results.NoContent() : Results.NotFound());
    }
}
