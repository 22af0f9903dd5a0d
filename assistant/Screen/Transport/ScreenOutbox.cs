using System.Threading.Channels;

namespace VoiceMed.Assistant.Screen.Transport;

/// <summary>
/// What waits to be sent over one connection. Posting never waits: a screen that cannot keep up is closed and resumes, so it
/// can slow nobody down. Thread-safe.
/// </summary>
internal sealed class ScreenOutbox(int maxQueuedBytes)
{
    private readonly Channel<OutboundFrame> _frames = Channel.CreateUnbounded<OutboundFrame>(new UnboundedChannelOptions { SingleReader = true });
    private long _queuedBytes;
    private long _stoppedThrough;

    /// <summary>Why the connection is to be closed, once it is; set at most once.</summary>
    public ScreenProtocolException? Closed { get; private set; }

    /// <summary>Queues one frame.</summary>
    public void Post(OutboundFrame frame)
    {
        if (Interlocked.Add(ref _queuedBytes, frame.Bytes.Length) > maxQueuedBytes)
        {
            Close(new ScreenProtocolException(ScreenCloseCode.TooSlow, "the screen takes messages too slowly"));
            return;
        }

        _frames.Writer.TryWrite(frame);
    }

    /// <summary>Drops sound of this answer and of those before it that still waits.</summary>
    public void DropSpeech(long say) => Interlocked.Exchange(ref _stoppedThrough, say);

    /// <summary>Ends the connection after what waits has been sent.</summary>
    public void Close(ScreenProtocolException reason)
    {
        Closed ??= reason;
        _frames.Writer.TryComplete();
    }

    /// <summary>The frames to send, in order, until the outbox is closed.</summary>
    public async IAsyncEnumerable<OutboundFrame> ReadAllAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var frame in _frames.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
        {
            Interlocked.Add(ref _queuedBytes, -frame.Bytes.Length);
            if (frame.Say == 0 || frame.Say > Interlocked.Read(ref _stoppedThrough))
            {
                yield return frame;
            }
        }
    }
}
