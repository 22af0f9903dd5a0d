using System.Net;
using System.Net.Sockets;
using System.Text;

namespace VoiceMed.Speech.Tests.Support;

/// <summary>A web server over a real socket that serves one file, and misbehaves as it is told.</summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Task serving;

    public ScriptedServer(byte[] content)
    {
        Content = content;
        listener.Start();
        serving = ServeAsync();
    }

    public byte[] Content { get; set; }

    /// <summary>Closes the connection after so many bytes of the body.</summary>
    public int? CutAfter { get; set; }

    public int Status { get; set; } = 200;

    public bool SupportsRanges { get; set; } = true;

    /// <summary>The first byte asked for in each request.</summary>
    public List<int> Starts { get; } = [];

    public Uri Url => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/model.zip");

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await serving;
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                using var client = await listener.AcceptTcpClientAsync(stop.Token);
                await AnswerAsync(client.GetStream());
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // Stopped.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        var request = new StringBuilder();
        var buffer = new byte[4_096];
        while (!request.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var count = await stream.ReadAsync(buffer, stop.Token);
            if (count == 0)
            {
                return;
            }

            request.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }

        var range = request.ToString().Split("\r\n").FirstOrDefault(static line => line.StartsWith("Range: bytes=", StringComparison.OrdinalIgnoreCase));
        var asked = range is null ? 0 : int.Parse(range["Range: bytes=".Length..].TrimEnd('-'), System.Globalization.CultureInfo.InvariantCulture);
        Starts.Add(asked);
        var start = SupportsRanges ? asked : 0;
        var status = Status != 200 ? Status : start > 0 && start >= Content.Length ? 416 : start > 0 ? 206 : 200;
        var body = status < 400 ? Content[start..] : [];
        var contentRange = status == 206 ? $"Content-Range: bytes {start}-{Content.Length - 1}/{Content.Length}\r\n" : "";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"HTTP/1.1 {status} Scripted\r\nContent-Length: {body.Length}\r\n{contentRange}Connection: close\r\n\r\n"), stop.Token);
        await stream.WriteAsync(body.AsMemory(0, Math.Min(body.Length, CutAfter ?? body.Length)), stop.Token);
    }
}
