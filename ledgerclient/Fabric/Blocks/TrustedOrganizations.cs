using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf;
using VoiceMed.LedgerClient.Fabric.Messages;

namespace VoiceMed.LedgerClient.Fabric.Blocks;

/// <summary>
/// The certificate authorities the client itself trusts, by MSP, and what they vouch for. A role is the organisational unit in the
/// certificate's subject (Fabric's NodeOUs): a clinician's certificate is no peer's, though one authority issued both. Thread-safe.
/// </summary>
internal sealed class TrustedOrganizations(IReadOnlyDictionary<string, IReadOnlyList<X509Certificate2>> authorities, string role)
{
    private readonly ConcurrentDictionary<ByteString, (string MspId, byte[] PublicKey)?> known = new();

    /// <summary>The organisation that signed, or null when the signer is nobody we trust or the signature does not hold.</summary>
    public string? SignerOf(ByteString identity, ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (known.GetOrAdd(identity, Vouch) is not { } signer) return null;
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(signer.PublicKey, out _);
        return key.VerifyData(message, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence) ? signer.MspId : null;
    }

    private (string MspId, byte[] PublicKey)? Vouch(ByteString identity)
    {
        try
        {
            var serialized = SerializedIdentity.Parser.ParseFrom(identity);
            using var certificate = X509Certificate2.CreateFromPem(serialized.IdBytes.ToStringUtf8());
            using var key = certificate.GetECDsaPublicKey();
            return key is not null && authorities.TryGetValue(serialized.Mspid, out var roots) && HasRole(certificate) && LeadsTo(roots, certificate)
                ? (serialized.Mspid, key.ExportSubjectPublicKeyInfo())
                : null;
        }
        catch (Exception malformed) when (malformed is InvalidProtocolBufferException or CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    private bool HasRole(X509Certificate2 certificate) => certificate.SubjectName.EnumerateRelativeDistinguishedNames().Any(name =>
        !name.HasMultipleElements && name.GetSingleElementType().Value == "2.5.4.11" && name.GetSingleElementValue() == role);

    private static bool LeadsTo(IReadOnlyList<X509Certificate2> roots, X509Certificate2 certificate)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        // What was signed while a certificate was valid stays signed after it has expired.
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.IgnoreNotTimeValid;
        foreach (var root in roots)
        {
            if (root.SubjectName.RawData.AsSpan().SequenceEqual(root.IssuerName.RawData)) chain.ChainPolicy.CustomTrustStore.Add(root);
            else chain.ChainPolicy.ExtraStore.Add(root);
        }
        return chain.Build(certificate);
    }
}
