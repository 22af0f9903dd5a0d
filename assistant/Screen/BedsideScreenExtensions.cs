using Microsoft.Extensions.FileProviders;
using VoiceMed.Assistant.Screen.Pages;
using VoiceMed.Assistant.Screen.Terminals;
using VoiceMed.Assistant.Screen.Transport;

namespace VoiceMed.Assistant.Screen;

/// <summary>Puts the bedside page and its WebSocket into a web application.</summary>
public static class BedsideScreenExtensions
{
    /// <summary>Registers the screens. The application registers <see cref="IBedsideSessionFactory"/> itself.</summary>
    public static IServiceCollection AddBedsideScreens(this IServiceCollection services, ScreenOptions options, ITerminalDirectory terminals)
    {
        services.AddSingleton(options);
        services.AddSingleton(terminals);
        services.AddSingleton<LiveScreens>();
        services.AddSingleton<ScreenEndpoint>();
        return services;
    }

    /// <summary>Serves the WebSocket at <c>/screen</c> and, where it is built, the bedside page at <c>/</c>.</summary>
    /// <param name="app">The application.</param>
    /// <param name="pages">The page's folder (<see cref="PageDirectory.Find"/>); null serves the WebSocket alone.</param>
    public static WebApplication UseBedsideScreens(this WebApplication app, string? pages)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UsePageSecurity();
        app.UseWebSockets();
        app.Map("/screen", (HttpContext context, ScreenEndpoint endpoint) => endpoint.HandleAsync(context)).ExcludeFromDescription();
        if (pages is not null)
        {
            var files = new PhysicalFileProvider(pages);
            app.UseDefaultFiles(new DefaultFilesOptions { FileProvider = files });
            app.UseStaticFiles(new StaticFileOptions { FileProvider = files });
        }

        return app;
    }
}
