using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace VoiceMed.Assistant.Tests.Harness;

/// <summary>A web server on a real socket that answers as a test tells it to and keeps what it was sent.</summary>
public sealed class ScriptedService : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly CancellationTokenSource _closing = new();

    private ScriptedService(WebApplication app) => _app = app;

    /// <summary>What was received: method, path with query, and body.</summary>
    public ConcurrentQueue<string> Received { get; } = [];

    /// <summary>How the next requests are answered.</summary>
    public RequestDelegate Answer { get; set; } = context => context.Response.WriteAsync("{}");

    public string Address => _app.Urls.First();

    public string Host => new Uri(Address).Authority;

    public CancellationToken Closing => _closing.Token;

    public static async Task<ScriptedService> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var service = new ScriptedService(app);
        app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync();
            service.Received.Enqueue($"{context.Request.Method} {context.Request.Path}{context.Request.QueryString} {body} {context.Request.Headers.UserAgent}");
            await service.Answer(context);
        });
        await app.StartAsync();
        return service;
    }

    public void Json(string json) => Answer = context =>
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    };

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _app.DisposeAsync();
        _closing.Dispose();
    }
}
