using System.Buffers;
using System.Buffers.Binary;
using Google.Protobuf;

namespace VoiceMed.LedgerClient.Grpc;

/// <summary>
/// Reads length-prefixed messages off a response body, whatever pieces it arrives in. The pooled buffer grows with what has arrived, never
/// with what a length promises, so a lying peer costs no memory. One reader, one body, one caller at a time.
/// </summary>
internal sealed class GrpcFrameReader(Stream body, int maxMessageBytes) : IDisposable
{
    private const int FirstBufferBytes = 8 * 1024;

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstBufferBytes);
    private int start;
    private int end;

    /// <summary>The next message, or null at the end of the body.</summary>
    /// <exception cref="GrpcFrameException">The body breaks the framing, a limit or the message's own format.</exception>
    public async ValueTask<T?> ReadAsync<T>(MessageParser<T> parser, CancellationToken cancellationToken)
        where T : class, IMessage<T>
    {
        if (!await FillAsync(GrpcFrame.HeaderBytes, cancellationToken).ConfigureAwait(false))
        {
            if (end > start) throw new GrpcFrameException(GrpcStatusCode.Internal, "the answer ends inside a frame header");
            return null;
        }
        var length = CheckedLength(buffer.AsSpan(start, GrpcFrame.HeaderBytes));
        start += GrpcFrame.HeaderBytes;
        if (!await FillAsync(length, cancellationToken).ConfigureAwait(false))
            throw new GrpcFrameException(GrpcStatusCode.Internal, $"the answer ends after {end - start} of {length} bytes of a message");
        try
        {
            var message = parser.ParseFrom(buffer.AsSpan(start, length));
            start += length;
            return message;
        }
        catch (InvalidProtocolBufferException malformed)
        {
            throw new GrpcFrameException(GrpcStatusCode.Internal, $"the answer is no {typeof(T).Name}: {malformed.Message}", malformed);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (buffer.Length == 0) return;
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true); // the next renter must not find a patient's data in it
        buffer = [];
    }

    private int CheckedLength(ReadOnlySpan<byte> header)
    {
        if (header[0] != 0)
        {
            throw new GrpcFrameException(GrpcStatusCode.Internal, header[0] == 1
                ? "the answer is compressed, though only the identity encoding was offered"
                : $"the answer has the frame flag {header[0]}, which does not exist");
        }
        var length = BinaryPrimitives.ReadUInt32BigEndian(header[1..]);
        return length <= (uint)maxMessageBytes ? (int)length : throw new GrpcFrameException(
            GrpcStatusCode.ResourceExhausted, $"the answer has {length} bytes, more than the {maxMessageBytes} accepted");
    }

    private async ValueTask<bool> FillAsync(int wanted, CancellationToken cancellationToken)
    {
        while (end - start < wanted)
        {
            MakeRoom(wanted);
            var read = await body.ReadAsync(buffer.AsMemory(end), cancellationToken).ConfigureAwait(false);
            if (read == 0) return false;
            end += read;
        }
        return true;
    }

    private void MakeRoom(int wanted)
    {
        var held = end - start;
        if (start > 0 && (held == 0 || buffer.Length - start < wanted))
        {
            buffer.AsSpan(start, held).CopyTo(buffer);
            (start, end) = (0, held);
        }
        if (end < buffer.Length) return;
        var larger = ArrayPool<byte>.Shared.Rent(checked(buffer.Length * 2));
        buffer.AsSpan(start, held).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        (buffer, start, end) = (larger, 0, held);
    }
}
