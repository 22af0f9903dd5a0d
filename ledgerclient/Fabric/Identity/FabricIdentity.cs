using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Google.Protobuf;
using VoiceMed.LedgerClient.Fabric.Messages;

namespace VoiceMed.LedgerClient.Fabric.Identity;

/// <summary>
/// Who acts: an organisation's MSP and the certificate it issued. Peers find the public key, the role and the organisation in it. Immutable
/// and thread-safe.
/// </summary>
public sealed class FabricIdentity
{
    private readonly ByteString serialized;

    /// <summary>Makes an identity of a certificate's PEM bytes, which travel exactly as given.</summary>
    /// <param name="mspId">The organisation's MSP, for example <c>Org1MSP</c>.</param>
    /// <param name="credentials">The X.509 certificate in PEM.</param>
    /// <exception cref="ArgumentException">The MSP is empty or the bytes hold no PEM certificate.</exception>
    public FabricIdentity(string mspId, ReadOnlySpan<byte> credentials)
    {
        ArgumentException.ThrowIfNullOrEmpty(mspId);
        try
        {
            using var certificate = X509Certificate2.CreateFromPem(Encoding.UTF8.GetString(credentials));
        }
        catch (CryptographicException malformed)
        {
            throw new ArgumentException($"the credentials of {mspId} hold no PEM certificate: {malformed.Message}", nameof(credentials), malformed);
        }
        MspId = mspId;
        Credentials = credentials.ToArray();
        serialized = new SerializedIdentity { Mspid = mspId, IdBytes = ByteString.CopyFrom(credentials) }.ToByteString();
    }

    /// <summary>The organisation's MSP.</summary>
    public string MspId { get; }

    /// <summary>The certificate in PEM, as bytes.</summary>
    public ReadOnlyMemory<byte> Credentials { get; }

    /// <summary>The identity as it stands in every header a client sends (<c>msp.SerializedIdentity</c>).</summary>
    public ReadOnlyMemory<byte> Creator => serialized.Memory;

    internal ByteString CreatorBytes => serialized;

    /// <summary>Makes an identity of a certificate's PEM text.</summary>
    /// <param name="mspId">The organisation's MSP.</param>
    /// <param name="pem">The certificate in PEM.</param>
    /// <returns>The identity.</returns>
    public static FabricIdentity FromPem(string mspId, string pem) => new(mspId, Encoding.UTF8.GetBytes(pem));

    /// <summary>Reads an identity from a certificate file.</summary>
    /// <param name="mspId">The organisation's MSP.</param>
    /// <param name="path">A PEM file.</param>
    /// <returns>The identity.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static FabricIdentity FromFile(string mspId, string path) => new(mspId, File.ReadAllBytes(path));
}
