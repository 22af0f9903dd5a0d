namespace VoiceMed.LedgerClient.Fabric.Identity;

/// <summary>What is given to a signer for a message.</summary>
public enum SignatureHash
{
    /// <summary>Its SHA-256 digest: what Fabric's peers verify with ECDSA unless their MSP says otherwise.</summary>
    Sha256,

    /// <summary>Its SHA-384 digest.</summary>
    Sha384,

    /// <summary>The message itself, for Ed25519 identities (Fabric 3).</summary>
    None,
}
