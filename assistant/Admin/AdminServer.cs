using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.FileProviders;
using VoiceMed.Assistant.Admin.Endpoints;
using VoiceMed.Assistant.Admin.SignIn;
using VoiceMed.Assistant.Screen.Pages;

namespace VoiceMed.Assistant.Admin;

/// <summary>
/// The admin's page and its endpoints: a web server of its own on an address of its own, so that nothing of it can be reached from a
/// bedside screen.
/// </summary>
public static class AdminServer
{
    /// <summary>Builds the server; the caller starts and disposes it.</summary>
    /// <param name="parts">What the page looks after. They stay the caller's.</param>
    /// <param name="options">Where and how.</param>
    /// <param name="loggers">Where it logs.</param>
    public static WebApplication Create(AdminParts parts, AdminOptions options, ILoggerFactory loggers)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(options);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSingleton(loggers);
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        });
        builder.WebHost.UseUrls(options.Listen);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 1024 * 1024);
        var app = builder.Build();
        app.UsePageSecurity();
        app.MapSignIn(options, new AdminSessions(options, parts.Time));
        MapParts(app, parts, options);
        if (options.Pages is not null)
        {
            var files = new PhysicalFileProvider(options.Pages);
            app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
            app.UseStaticFiles(new StaticFileOptions { FileProvider = files });
        }

        return app;
    }

    private static void MapParts(WebApplication app, AdminParts parts, AdminOptions options)
    {
        app.MapHealth(parts);
        app.MapScreenSessions(parts.Screens);
        if (parts.Journal is not null)
        {
            app.MapJournal(parts.Journal, parts.Time);
        }

        if (parts.Voiceprints is not null)
        {
            app.MapDoctors(parts.Voiceprints, parts.Accounts, parts.Time);
        }

        if (parts.Calibration is not null)
        {
            app.MapGet("/api/calibration", parts.Calibration.Read);
        }

        if (parts.Ledger is not null)
        {
            app.MapLedger(parts.Ledger, options);
        }

        if (parts.Packs is not null)
        {
            app.MapIntents(parts.Packs);
        }

        if (parts.Models is not null)
        {
            app.MapModels(parts.Models);
        }
    }
}
