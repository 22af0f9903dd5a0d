using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using VoiceMed.LedgerClient.Fabric.Identity;
using VoiceMed.LedgerClient.Fabric.Messages;
using VoiceMed.LedgerClient.Tests.Grpc;

namespace VoiceMed.LedgerClient.Tests.Fabric;

/// <summary>A member of an organisation with its key: a client or a peer.</summary>
internal sealed class TestIdentity : IDisposable
{
    private readonly ECDsa key;

    public TestIdentity(TestCertificates authority, string mspId, string name)
    {
        using var certificate = authority.Issue(name);
        key = certificate.GetECDsaPrivateKey()!;
        Identity = FabricIdentity.FromPem(mspId, certificate.ExportCertificatePem());
        Signer = PrivateKeySigner.FromPem(key.ExportPkcs8PrivateKeyPem());
    }

    public FabricIdentity Identity { get; }

    public PrivateKeySigner Signer { get; }

    public string KeyPem => key.ExportPkcs8PrivateKeyPem();

    public byte[] Sign(byte[] message) =>
        EcdsaSignature.EncodeLowS(key.SignData(message, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));

    public Endorsement Endorse(ByteString proposalResponse)
    {
        var endorser = ByteString.CopyFrom(Identity.Creator.Span);
        return new Endorsement { Endorser = endorser, Signature = ByteString.CopyFrom(Sign([.. proposalResponse.Span, .. endorser.Span])) };
    }

    public void Dispose()
    {
        key.Dispose();
        Signer.Dispose();
    }
}
