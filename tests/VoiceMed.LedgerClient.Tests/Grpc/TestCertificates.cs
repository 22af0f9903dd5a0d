using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace VoiceMed.LedgerClient.Tests.Grpc;

/// <summary>An organisation's certificate authority, made for one test.</summary>
internal sealed class TestCertificates : IDisposable
{
    private readonly DateTimeOffset from = TimeProvider.System.GetUtcNow().AddHours(-1);
    private readonly X509Certificate2 root;

    public TestCertificates(string name = "Hospital TLS CA")
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, true));
        root = request.CreateSelfSigned(from, from.AddDays(10));
    }

    public X509Certificate2 Root => X509CertificateLoader.LoadCertificate(root.RawData);

    /// <summary>A certificate with its private key, issued by this authority.</summary>
    public X509Certificate2 Issue(string name, params string[] hostNames) => Issue(name, from.AddDays(5), hostNames);

    public X509Certificate2 IssueExpired(string name, params string[] hostNames) => Issue(name, from.AddMinutes(1), hostNames);

    public void Dispose() => root.Dispose();

    private X509Certificate2 Issue(string name, DateTimeOffset until, string[] hostNames)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in hostNames)
        {
            if (IPAddress.TryParse(host, out var address)) names.AddIpAddress(address);
            else names.AddDnsName(host);
        }
        if (hostNames.Length > 0) request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(root, from, until, RandomNumberGenerator.GetBytes(12));
        return certificate.CopyWithPrivateKey(key);
    }
}
