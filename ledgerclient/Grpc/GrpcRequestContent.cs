using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf;

namespace VoiceMed.LedgerClient.Grpc;

/// <summary>
/// One length-prefixed message as a request body. The bytes are not pooled: a peer may answer before it has read the body, and a buffer
/// handed on at that moment would send one patient's call with another's data.
/// </summary>
internal sealed class GrpcRequestContent : HttpContent
{
    private static readonly MediaTypeHeaderValue GrpcMediaType = new("application/grpc");

    private readonly byte[] frame;

    public GrpcRequestContent(IMessage message, int size)
    {
        frame = GC.AllocateUninitializedArray<byte>(GrpcFrame.HeaderBytes + size);
        frame[0] = 0;
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), (uint)size);
        message.WriteTo(frame.AsSpan(GrpcFrame.HeaderBytes));
        Headers.ContentType = GrpcMediaType;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        stream.WriteAsync(frame, cancellationToken).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = frame.Length;
        return true;
    }
}
