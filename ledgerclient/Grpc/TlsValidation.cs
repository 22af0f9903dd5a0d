using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace VoiceMed.LedgerClient.Grpc;

/// <summary>
/// Checks a peer's certificate against the organisation's own roots and, when it fails, says in one sentence what was presented and what
/// was expected: a bare "connection failed" is the commonest complaint of Gateway users (fabric-gateway issue 197).
/// </summary>
internal sealed class TlsValidation(GrpcTlsOptions? options, string host)
{
    private volatile string? lastFailure;

    /// <summary>Why the last handshake was refused; null when none was.</summary>
    public string? LastFailure => lastFailure;

    /// <summary>TLS settings for the transport's connections.</summary>
    public SslClientAuthenticationOptions CreateSslOptions()
    {
        var policy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck };
        if (options is { Roots.Count: > 0 })
        {
            policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            foreach (var root in options.Roots)
            {
                if (root.SubjectName.RawData.AsSpan().SequenceEqual(root.IssuerName.RawData)) policy.CustomTrustStore.Add(root);
                else policy.ExtraStore.Add(root);
            }
        }
        return new SslClientAuthenticationOptions
        {
            CertificateChainPolicy = policy,
            ClientCertificates = options?.ClientCertificate is { } own ? [own] : null,
            RemoteCertificateValidationCallback = Validate,
        };
    }

    private bool Validate(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
        {
            lastFailure = null;
            return true;
        }
        lastFailure = Explain(certificate as X509Certificate2, chain, errors);
        return false;
    }

    private string Explain(X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null) return $"{host} presented no TLS certificate";
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return $"the TLS certificate of the peer is not made out for \"{host}\" but for {Names(certificate)}; "
                + "dial one of these names or set the host-name override";
        }
        var reasons = chain is null ? "" : string.Join(", ", chain.ChainStatus.Select(status => status.Status).Distinct());
        return $"the TLS certificate of {host} (issuer \"{certificate.Issuer}\", valid until {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd}) "
            + $"does not lead to a trusted root ({reasons}); trusted: {TrustedNames()}";
    }

    private string TrustedNames() => options is { Roots.Count: > 0 }
        ? string.Join(", ", options.Roots.Select(root => $"\"{root.Subject}\""))
        : "the roots of this machine";

    private static string Names(X509Certificate2 certificate)
    {
        var alternative = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().FirstOrDefault();
        if (alternative is null) return $"\"{certificate.Subject}\"";
        var names = alternative.EnumerateDnsNames().Concat(alternative.EnumerateIPAddresses().Select(address => address.ToString()));
        return string.Join(", ", names.Select(name => $"\"{name}\""));
    }
}
