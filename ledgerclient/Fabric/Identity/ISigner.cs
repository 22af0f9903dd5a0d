namespace VoiceMed.LedgerClient.Fabric.Identity;

/// <summary>
/// Signs on behalf of an identity. The private key may be anywhere: in a file, in an HSM, on a smart card, with another person.
/// Implementations are thread-safe.
/// </summary>
public interface ISigner
{
    /// <summary>Signs a digest.</summary>
    /// <param name="digest">
    /// The digest by the gateway's <see cref="SignatureHash"/>, or the whole message with <see cref="SignatureHash.None"/>.
    /// </param>
    /// <param name="cancellationToken">Gives up waiting for the key's keeper.</param>
    /// <returns>For ECDSA the ASN.1 DER sequence of r and s with s in the lower half of the order; peers refuse any other.</returns>
    ValueTask<ReadOnlyMemory<byte>> SignAsync(ReadOnlyMemory<byte> digest, CancellationToken cancellationToken);
}
