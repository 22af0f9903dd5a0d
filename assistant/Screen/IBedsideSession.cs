using VoiceMed.Assistant.Screen.Commands;
using VoiceMed.Assistant.Screen.Events;

namespace VoiceMed.Assistant.Screen;

/// <summary>
/// One bedside screen's conversation: sound and touches go in, events come out. It lives as long as the screen may come
/// back after a cut connection, so it never knows whether a socket is open.
/// </summary>
/// <remarks>
/// <see cref="AcceptAudioAsync"/> and <see cref="AcceptCommandAsync"/> may be called at the same time from two threads,
/// each by one caller at a time. <see cref="EventsAsync"/> is enumerated once, by one reader. Disposing ends the
/// enumeration and forgets every voice and every record.
/// </remarks>
public interface IBedsideSession : IAsyncDisposable
{
    /// <summary>The session's identifier: random, unguessable, the same through reconnections, the key of its audit entries.</summary>
    string Id { get; }

    /// <summary>Takes the next microphone samples. While it has not returned, sound waits, and is dropped beyond <see cref="ScreenOptions.MaxBehind"/>.</summary>
    /// <param name="pcm16kMono16">16 kHz mono signed 16-bit little-endian samples, 20 to 200 ms; valid only until the call returns.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask AcceptAudioAsync(ReadOnlyMemory<byte> pcm16kMono16, CancellationToken cancellation = default);

    /// <summary>Takes what was done at the screen. The outcome arrives as events.</summary>
    /// <param name="command">The command; already checked for size and shape.</param>
    /// <param name="cancellation">Ends the wait.</param>
    ValueTask AcceptCommandAsync(ScreenCommand command, CancellationToken cancellation = default);

    /// <summary>Everything the screen shows and says, in order, until the session is disposed or <paramref name="cancellation"/> is cancelled.</summary>
    IAsyncEnumerable<ScreenEvent> EventsAsync(CancellationToken cancellation = default);
}
