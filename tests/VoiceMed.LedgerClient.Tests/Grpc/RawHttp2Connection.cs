using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Google.Protobuf.WellKnownTypes;

namespace VoiceMed.LedgerClient.Tests.Grpc;

/// <summary>A peer's side of one HTTP/2 connection, frame by frame (RFC 9113), for what no well-behaved server does.</summary>
internal sealed class RawHttp2Connection : IDisposable
{
    private const int HeaderBytes = 9;
    private const int PrefaceBytes = 24;
    private const byte Data = 0x0;
    private const byte Headers = 0x1;
    private const byte Settings = 0x4;
    private const byte Ping = 0x6;
    private const byte GoAwayFrame = 0x7;
    private const byte EndStream = 0x1;
    private const byte EndHeaders = 0x4;
    private const byte Acknowledged = 0x1;

    private readonly NetworkStream stream;

    private RawHttp2Connection(Socket socket) => stream = new NetworkStream(socket, ownsSocket: true);

    /// <summary>The streams on which a request was begun, in order.</summary>
    public List<int> Begun { get; } = [];

    public static async Task<RawHttp2Connection> AcceptAsync(TcpListener listener)
    {
        var connection = new RawHttp2Connection(await listener.AcceptSocketAsync());
        await connection.SendAsync(Settings, 0, 0, []);
        await connection.stream.ReadExactlyAsync(new byte[PrefaceBytes]);
        return connection;
    }

    /// <summary>Reads until a request is whole; answers what any peer answers on the way.</summary>
    public async Task<(int Stream, string Text)> ReadRequestAsync()
    {
        using var body = new MemoryStream();
        while (true)
        {
            var (type, flags, id, payload) = await ReadAsync() ?? throw new EndOfStreamException("the client hung up");
            if (type is Data) body.Write(payload);
            if (type is Data or Headers && (flags & EndStream) != 0)
                return (id, StringValue.Parser.ParseFrom(body.ToArray().AsSpan(5)).Value);
        }
    }

    /// <summary>Answers everything until the client hangs up.</summary>
    public async Task DrainAsync()
    {
        while (await ReadAsync() is not null) { }
    }

    /// <summary>Says goodbye: streams up to and with the last one are still answered, later ones were never looked at.</summary>
    public Task GoAwayAsync(int lastStream)
    {
        var payload = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(payload, lastStream);
        return SendAsync(GoAwayFrame, 0, 0, payload);
    }

    /// <summary>Answers a call with one message and the status OK.</summary>
    public async Task AnswerAsync(int id, string text)
    {
        await SendAsync(Headers, EndHeaders, id, [0x88, .. Literal("content-type", "application/grpc")]); // 0x88 is ":status: 200"
        await SendAsync(Data, 0, id, ScriptedServer.Frame(text));
        await SendAsync(Headers, EndHeaders | EndStream, id, Literal("grpc-status", "0"));
    }

    public void Dispose() => stream.Dispose();

    private async Task<(byte Type, byte Flags, int Stream, byte[] Payload)?> ReadAsync()
    {
        var header = new byte[HeaderBytes];
        if (await stream.ReadAtLeastAsync(header, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes) return null;
        var payload = new byte[(header[0] << 16) | (header[1] << 8) | header[2]];
        await stream.ReadExactlyAsync(payload);
        var (type, flags, id) = (header[3], header[4], BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(5)) & int.MaxValue);
        if (type is Headers) Begun.Add(id);
        if (type is Settings or Ping && (flags & Acknowledged) == 0) await SendAsync(type, Acknowledged, 0, type is Ping ? payload : []);
        return (type, flags, id, payload);
    }

    private async Task SendAsync(byte type, int flags, int id, byte[] payload)
    {
        var frame = new byte[HeaderBytes + payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, payload.Length << 8);
        (frame[3], frame[4]) = (type, (byte)flags);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), id);
        payload.CopyTo(frame, HeaderBytes);
        await stream.WriteAsync(frame);
    }

    // A header field that is in no table, not compressed (RFC 7541, section 6.2.2).
    private static byte[] Literal(string name, string value) =>
        [0, (byte)name.Length, .. Encoding.ASCII.GetBytes(name), (byte)value.Length, .. Encoding.ASCII.GetBytes(value)];
}
