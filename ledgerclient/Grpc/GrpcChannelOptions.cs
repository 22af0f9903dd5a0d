namespace VoiceMed.LedgerClient.Grpc;

/// <summary>How a <see cref="GrpcChannel"/> connects. Immutable and thread-safe; the defaults suit a Fabric peer.</summary>
public sealed record GrpcChannelOptions
{
    /// <summary>The least <see cref="KeepAlivePingDelay"/>: a Fabric peer disconnects a client that pings more often.</summary>
    public static readonly TimeSpan LeastKeepAlivePingDelay = TimeSpan.FromSeconds(60);

    private readonly TimeSpan keepAlivePingDelay = LeastKeepAlivePingDelay;
    private readonly int maxReceiveMessageBytes = 4 * 1024 * 1024;
    private readonly int maxSendMessageBytes = 100 * 1024 * 1024;

    /// <summary>Largest answer accepted, in bytes, inclusive; a longer one is refused before memory is spent on it. Default 4 MiB.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is zero or negative.</exception>
    public int MaxReceiveMessageBytes
    {
        get => maxReceiveMessageBytes;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            maxReceiveMessageBytes = value;
        }
    }

    /// <summary>Largest request sent, in bytes, inclusive. Default 100 MiB, what a Fabric peer accepts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is zero or negative.</exception>
    public int MaxSendMessageBytes
    {
        get => maxSendMessageBytes;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            maxSendMessageBytes = value;
        }
    }

    /// <summary>
    /// Silence after which a connection with calls under way is probed, so that an event stream notices a dead peer. Default and least 60 s.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The delay is under <see cref="LeastKeepAlivePingDelay"/>.</exception>
    public TimeSpan KeepAlivePingDelay
    {
        get => keepAlivePingDelay;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, LeastKeepAlivePingDelay);
            keepAlivePingDelay = value;
        }
    }

    /// <summary>Time a probe may stay unanswered before the connection counts as dead. Default 20 s.</summary>
    public TimeSpan KeepAlivePingTimeout { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Time to open a connection, TLS included. Default 10 s; a call's own deadline still holds.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>TLS settings; null means the machine's trusted roots. Ignored for <c>http</c> addresses.</summary>
    public GrpcTlsOptions? Tls { get; init; }
}
