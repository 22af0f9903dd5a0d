using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace VoiceMed.Assistant.Rest.Callers;

/// <summary>
/// Mutual TLS: a client's certificate says by its common name which key of which account it is (<c>CN=smirnova/rest</c>), and counts when
/// its key is that one. Who issued it does not matter, as the ledger keeps the keys: a self-signed one is as good. Stateless; thread-safe.
/// </summary>
public static class ClientCertificate
{
    /// <summary>Has the server speak TLS on its https addresses and ask clients for a certificate, which they may leave out.</summary>
    /// <param name="host">The server that is being built.</param>
    /// <param name="server">Its certificate with its private key; the caller keeps it until the server has ended.</param>
    public static IWebHostBuilder UseMutualTls(this IWebHostBuilder host, X509Certificate2 server)
    {
        ArgumentNullException.ThrowIfNull(server);
        host.UseKestrelHttpsConfiguration();
        return host.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https =>
        {
            https.ServerCertificate = server;
            https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;

            // The handshake has proven that the client holds the key; whose key it is, the ledger says at each request.
            https.AllowAnyClientCertificate();
        }));
    }

    /// <summary>Which key a certificate says it is, <c>account/key</c>; null when it says none.</summary>
    internal static string? KeyOf(X509Certificate2 certificate) =>
        certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false) is { Length: > 2 } name && name.Contains('/', StringComparison.Ordinal) ? name : null;

    /// <summary>True when it holds now, and for this public key.</summary>
    /// <param name="certificate">The certificate.</param>
    /// <param name="publicKey">DER SubjectPublicKeyInfo.</param>
    /// <param name="now">The moment.</param>
    internal static bool IsFor(X509Certificate2 certificate, ReadOnlySpan<byte> publicKey, DateTimeOffset now) =>
        certificate.NotBefore.ToUniversalTime() <= now.UtcDateTime && now.UtcDateTime < certificate.NotAfter.ToUniversalTime()
        && CryptographicOperations.FixedTimeEquals(certificate.PublicKey.ExportSubjectPublicKeyInfo(), publicKey);
}
