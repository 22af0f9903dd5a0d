using System.Security.Cryptography;
using Google.Protobuf;
using VoiceMed.LedgerClient.Fabric.Identity;

namespace VoiceMed.LedgerClient.Fabric;

/// <summary>An identity with its signer and hash: what a gateway signs with. Thread-safe.</summary>
internal sealed class SigningIdentity(FabricIdentity identity, ISigner? signer, SignatureHash hash)
{
    public FabricIdentity Identity { get; } = identity;

    public byte[] Digest(ReadOnlySpan<byte> message) => hash switch
    {
        SignatureHash.Sha256 => SHA256.HashData(message),
        SignatureHash.Sha384 => SHA384.HashData(message),
        _ => message.ToArray(),
    };

    public async ValueTask<ByteString> SignAsync(ReadOnlyMemory<byte> digest, CancellationToken cancellationToken)
    {
        if (signer is null)
        {
            throw new InvalidOperationException(
                "this gateway has no signer: sign the digest elsewhere and continue with the gateway's NewSigned… methods");
        }
        // The signature belongs to us from here on, so it need not be copied.
        return UnsafeByteOperations.UnsafeWrap(await signer.SignAsync(digest, cancellationToken).ConfigureAwait(false));
    }
}
