using System.Threading.Channels;

namespace VoiceMed.Assistant.Screen.Transport;

/// <summary>
/// Sound between the socket and the recogniser. It never makes the socket wait: what the recogniser cannot take in time is dropped,
/// and the gap is said, so that no utterance is pieced together from what is left. One writer, one reader.
/// </summary>
/// <param name="maxBytes">How much may wait.</param>
internal sealed class SoundQueue(double maxBytes)
{
    private readonly Channel<ReadOnlyMemory<byte>> _frames =
        Channel.CreateUnbounded<ReadOnlyMemory<byte>>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });

    private long _waiting;
    private bool _dropping;

    /// <summary>Adds samples, or drops them when too much waits.</summary>
    public void Add(ReadOnlySpan<byte> samples)
    {
        if (Interlocked.Read(ref _waiting) + samples.Length > maxBytes)
        {
            _dropping = true;
            return;
        }

        if (_dropping)
        {
            _dropping = false;
            AddGap();
        }

        Interlocked.Add(ref _waiting, samples.Length);
        _frames.Writer.TryWrite(samples.ToArray());
    }

    /// <summary>Says that sound is missing here.</summary>
    public void AddGap() => _frames.Writer.TryWrite(ReadOnlyMemory<byte>.Empty);

    /// <summary>Ends the queue after what waits.</summary>
    public void Close() => _frames.Writer.TryComplete();

    /// <summary>The samples in order; an empty piece is a gap.</summary>
    public async IAsyncEnumerable<ReadOnlyMemory<byte>> ReadAllAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var samples in _frames.Reader.ReadAllAsync(cancellation).ConfigureAwait(false))
        {
            Interlocked.Add(ref _waiting, -samples.Length);
            yield return samples;
        }
    }
}
