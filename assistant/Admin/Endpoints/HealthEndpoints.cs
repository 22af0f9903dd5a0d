using System.Diagnostics;

namespace VoiceMed.Assistant.Admin.Endpoints;

/// <summary>How the server is.</summary>
internal static class HealthEndpoints
{
    public static void MapHealth(this WebApplication app, AdminParts parts)
    {
        var started = parts.Time.GetUtcNow();
        app.MapGet("/api/health", async (CancellationToken cancellation) =>
        {
            using var process = Process.GetCurrentProcess();
            return new
            {
                version = typeof(HealthEndpoints).Assembly.GetName().Version?.ToString(3),
                started,
                memoryBytes = process.WorkingSet64,
                threads = process.Threads.Count,
                screens = parts.Screens.Snapshot().Count,
                ledger = await LedgerAsync(parts, cancellation).ConfigureAwait(false),
                packErrors = parts.Packs?.Errors.Count(),
                sections = Sections(parts),
            };
        });
    }

    private static IEnumerable<string> Sections(AdminParts parts)
    {
        yield return "health";
        yield return "screens";
        if (parts.Journal is not null)
        {
            yield return "alerts";
        }

        if (parts.Voiceprints is not null)
        {
            yield return "doctors";
            yield return "enrolment";
        }

        if (parts.Calibration is not null)
        {
            yield return "calibration";
        }

        if (parts.Ledger is not null)
        {
            yield return "audit";
            yield return "emergencies";
        }

        if (parts.Models is not null)
        {
            yield return "models";
        }

        if (parts.Packs is not null)
        {
            yield return "intents";
        }
    }

    private static async Task<string> LedgerAsync(AdminParts parts, CancellationToken cancellation)
    {
        if (parts.Ledger is null)
        {
            return "absent";
        }

        try
        {
            return (await parts.Ledger.GetHospitalsAsync(cancellation).ConfigureAwait(false)).Count > 0 ? "ready" : "empty";
        }
        catch (LedgerClient.Errors.LedgerException e)
        {
            return e.Message;
        }
    }
}
