using System.Net.WebSockets;

namespace VoiceMed.Assistant.Screen.Transport;

/// <summary>One message on its way to a screen.</summary>
/// <param name="Bytes">The whole message.</param>
/// <param name="Type">Text or binary.</param>
/// <param name="Say">The spoken answer this is sound of, or 0: such a frame is dropped when the answer is stopped.</param>
internal readonly record struct OutboundFrame(ReadOnlyMemory<byte> Bytes, WebSocketMessageType Type, long Say = 0);
