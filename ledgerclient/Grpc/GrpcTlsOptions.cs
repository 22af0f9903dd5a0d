using System.Security.Cryptography.X509Certificates;

namespace VoiceMed.LedgerClient.Grpc;

/// <summary>Whom to trust, and who we are, on a TLS connection. Immutable; the certificates belong to the caller.</summary>
public sealed record GrpcTlsOptions
{
    /// <summary>The only roots (and intermediates) a peer's certificate may lead to; empty means the machine's trusted roots.</summary>
    public IReadOnlyList<X509Certificate2> Roots { get; init; } = [];

    /// <summary>
    /// Name to ask for and to look for in the peer's certificate instead of the address dialled; null means the address. The same as
    /// <c>grpc.ssl_target_name_override</c> of the official clients.
    /// </summary>
    public string? HostNameOverride { get; init; }

    /// <summary>Certificate with its private key for mutual TLS; null means none.</summary>
    public X509Certificate2? ClientCertificate { get; init; }
}
