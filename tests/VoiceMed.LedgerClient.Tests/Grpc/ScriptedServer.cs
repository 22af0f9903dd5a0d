using System.Buffers.Binary;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;
using VoiceMed.LedgerClient.Grpc;
using Assert = Xunit.Assert;

namespace VoiceMed.LedgerClient.Tests.Grpc;

/// <summary>A real HTTP/2 server on loopback that answers every call with one handler, down to single bytes.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    public static readonly GrpcMethod<StringValue, StringValue> Say = new("/test.Echo/Say", StringValue.Parser);

    private readonly WebApplication application;

    private ScriptedServer(WebApplication application, Uri address)
    {
        this.application = application;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<ScriptedServer> StartAsync(
        RequestDelegate answer, X509Certificate2? certificate = null, HttpProtocols protocols = HttpProtocols.Http2,
        ClientCertificateMode clientCertificates = ClientCertificateMode.NoCertificate, int port = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.Limits.MinRequestBodyDataRate = null;
            server.Limits.MaxRequestBodySize = null;
            server.Listen(IPAddress.Loopback, port, listener =>
            {
                listener.Protocols = protocols;
                if (certificate is null) return;
                listener.UseHttps(certificate, https =>
                {
                    https.ClientCertificateMode = clientCertificates;
                    https.ClientCertificateValidation = (_, _, _) => true;
                });
            });
        });
        var application = builder.Build();
        application.Run(answer);
        await application.StartAsync();
        var bound = new Uri(application.Urls.First());
        return new ScriptedServer(application, new Uri($"{(certificate is null ? "http" : "https")}://localhost:{bound.Port}"));
    }

    /// <summary>Reads the one message of a request and checks the headers every gRPC request carries.</summary>
    public static async Task<byte[]> ReadRequestAsync(HttpContext context)
    {
        Assert.Equal("POST", context.Request.Method);
        Assert.Equal("HTTP/2", context.Request.Protocol);
        Assert.Equal("application/grpc", context.Request.ContentType);
        Assert.Equal("trailers", context.Request.Headers.TE);
        Assert.StartsWith("grpc-dotnet-voicemed/", context.Request.Headers.UserAgent.ToString(), StringComparison.Ordinal);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var frame = body.ToArray();
        Assert.Equal(0, frame[0]);
        Assert.Equal(frame.Length - 5, (int)BinaryPrimitives.ReadUInt32BigEndian(frame.AsSpan(1)));
        return frame[5..];
    }

    public static byte[] Frame(byte[] message, byte flag = 0)
    {
        var frame = new byte[5 + message.Length];
        frame[0] = flag;
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), (uint)message.Length);
        message.CopyTo(frame, 5);
        return frame;
    }

    public static byte[] Frame(string text) => Frame(new StringValue { Value = text }.ToByteArray());

    /// <summary>Sends bytes as they are, at once.</summary>
    public static async Task SendAsync(HttpContext context, byte[] bytes)
    {
        if (!context.Response.HasStarted) context.Response.ContentType = "application/grpc";
        await context.Response.Body.WriteAsync(bytes);
        await context.Response.Body.FlushAsync();
    }

    public static void Finish(HttpContext context, GrpcStatusCode code = GrpcStatusCode.Ok, string message = "")
    {
        context.Response.AppendTrailer("grpc-status", ((int)code).ToString());
        if (message.Length > 0) context.Response.AppendTrailer("grpc-message", GrpcPercentEncoding.Encode(message));
    }

    /// <summary>Ends the call with headers alone, as servers do when nothing was produced.</summary>
    public static void Refuse(HttpContext context, GrpcStatusCode code, string message = "", byte[]? details = null)
    {
        context.Response.ContentType = "application/grpc";
        context.Response.Headers["grpc-status"] = ((int)code).ToString();
        context.Response.Headers["grpc-message"] = GrpcPercentEncoding.Encode(message);
        if (details is not null) context.Response.Headers["grpc-status-details-bin"] = Convert.ToBase64String(details).TrimEnd('=');
    }

    public async ValueTask DisposeAsync()
    {
        using var atOnce = new CancellationTokenSource();
        await atOnce.CancelAsync();
        await application.StopAsync(atOnce.Token);
        await application.DisposeAsync();
    }
}
