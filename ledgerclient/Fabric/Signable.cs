using Google.Protobuf;

namespace VoiceMed.LedgerClient.Fabric;

/// <summary>
/// Something to be signed before it is sent, here or elsewhere. Not thread-safe while it is being signed; what is signed are the bytes that
/// travel, which are never serialised twice.
/// </summary>
public abstract class Signable
{
    private readonly SigningIdentity signing;

    private protected Signable(SigningIdentity signing) => this.signing = signing;

    /// <summary>What a signer is given: the digest of the bytes to be signed.</summary>
    public ReadOnlyMemory<byte> Digest => signing.Digest(SignedBytes.Span);

    /// <summary>True when a signature is there.</summary>
    public bool IsSigned => !Signature.IsEmpty;

    private protected SigningIdentity Signing => signing;

    private protected abstract ByteString SignedBytes { get; }

    private protected abstract ByteString Signature { get; }

    /// <summary>Everything needed to take this step up again elsewhere, signature included when there is one.</summary>
    /// <returns>The bytes to give to the gateway's <c>New…</c> methods.</returns>
    public abstract byte[] ToBytes();

    internal abstract void SetSignature(ByteString signature);

    private protected async ValueTask EnsureSignedAsync(CancellationToken cancellationToken)
    {
        if (!IsSigned) SetSignature(await signing.SignAsync(Digest, cancellationToken).ConfigureAwait(false));
    }
}
