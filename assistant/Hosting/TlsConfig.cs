namespace VoiceMed.Assistant.Hosting;

/// <summary>The server's own certificate, where it speaks TLS itself: then callers may also show certificates of theirs.</summary>
public sealed class TlsConfig
{
    /// <summary>The certificate with its chain, PEM; relative to the current folder.</summary>
    public required string Certificate { get; init; }

    /// <summary>Its private key, PEM, not encrypted.</summary>
    public required string Key { get; init; }
}
