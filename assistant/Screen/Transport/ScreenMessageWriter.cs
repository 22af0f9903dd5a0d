using System.Buffers.Binary;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using VoiceMed.Assistant.Screen.Events;

namespace VoiceMed.Assistant.Screen.Transport;

/// <summary>Writes what screens receive. Thread-safe.</summary>
internal static class ScreenMessageWriter
{
    /// <summary>Bytes before the WAV file: kind (1), answer (4), sentence (2), last (1); numbers little-endian.</summary>
    public const int SpeechHeaderBytes = 8;

    private const byte SpeechKind = 2;

    /// <summary>The server's answer to the greeting; not an event of the session.</summary>
    public static OutboundFrame Welcome(string session, bool resumed, BedsideTerminal terminal, string language, long lastEventId) =>
        Text(new JsonObject
        {
            ["event"] = "welcome",
            ["id"] = lastEventId,
            ["session"] = session,
            ["resumed"] = resumed,
            ["terminal"] = terminal.Id,
            ["bed"] = terminal.Bed,
            ["language"] = language,
        });

    /// <summary>The answer to a ping; not an event of the session.</summary>
    public static OutboundFrame Pong { get; } = Text(new JsonObject { ["event"] = "pong" });

    /// <summary>One event under its number.</summary>
    public static OutboundFrame Event(long id, ScreenEvent screenEvent)
    {
        if (screenEvent is SayAudioEvent audio)
        {
            return Speech(audio);
        }

        var json = JsonSerializer.SerializeToNode(screenEvent, ScreenJson.Options)!.AsObject();
        json["id"] = id;
        return Text(json);
    }

    private static OutboundFrame Text(JsonObject json) =>
        new(JsonSerializer.SerializeToUtf8Bytes(json, ScreenJson.Options), WebSocketMessageType.Text);

    private static OutboundFrame Speech(SayAudioEvent audio)
    {
        var bytes = new byte[SpeechHeaderBytes + audio.Wav.Length];
        bytes[0] = SpeechKind;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(1), (uint)audio.Say);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(5), (ushort)audio.Sentence);
        bytes[7] = audio.Last ? (byte)1 : (byte)0;
        audio.Wav.CopyTo(bytes.AsMemory(SpeechHeaderBytes));
        return new OutboundFrame(bytes, WebSocketMessageType.Binary, audio.Say);
    }
}
