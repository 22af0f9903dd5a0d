namespace VoiceMed.Assistant.Screen;

/// <summary>Limits and rules of the screens' endpoint. The defaults suit a ward; tests and satellites change them.</summary>
public sealed record ScreenOptions
{
    /// <summary>The terminal of a screen on this very machine that brings no token; null (default) lets none in without one.</summary>
    public BedsideTerminal? LoopbackTerminal { get; init; }

    /// <summary>Origins (<c>https://bedside.hospital.example</c>) whose pages may connect besides this machine's own. Default: none.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>How long a session waits for a screen whose connection was cut. Default 60 s.</summary>
    public TimeSpan ResumeWindow { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long a new connection may take to say who it is. Default 5 s.</summary>
    public TimeSpan HelloTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How often the server pings. Default 5 s.</summary>
    public TimeSpan PingInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a ping may stay unanswered before the connection counts as half-open and is dropped. Default 10 s.</summary>
    public TimeSpan PingTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Open sessions in all. Default 256.</summary>
    public int MaxScreens { get; init; } = 256;

    /// <summary>Open sessions of one terminal. Default 4.</summary>
    public int MaxScreensPerTerminal { get; init; } = 4;

    /// <summary>Connections that have not said who they are yet. Default 64.</summary>
    public int MaxPendingConnections { get; init; } = 64;

    /// <summary>Bytes in one text message from a screen. Default 4,096.</summary>
    public int MaxTextBytes { get; init; } = 4096;

    /// <summary>Bytes of sound in one binary message from a screen. Default 6,400: 200 ms.</summary>
    public int MaxAudioBytes { get; init; } = 6400;

    /// <summary>How much faster than real time sound may arrive in the long run. Default 1.25.</summary>
    public double AudioRate { get; init; } = 1.25;

    /// <summary>How much sound may arrive at once, after a stall of the line. Default 30 s.</summary>
    public TimeSpan AudioBurst { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How far the recogniser may fall behind before sound is dropped: an answer to stale words is worse than none. Default 10 s.</summary>
    public TimeSpan MaxBehind { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Commands a second in the long run. Default 10; three times as many at once.</summary>
    public double CommandRate { get; init; } = 10;

    /// <summary>Bytes that may wait for a slow screen before it is dropped and has to resume. Default 16 MiB.</summary>
    public int MaxQueuedBytes { get; init; } = 16 * 1024 * 1024;
}
