namespace VoiceMed.LedgerClient.Fabric.Identity;

/// <summary>The form in which a signing function answers.</summary>
public enum SignatureForm
{
    /// <summary>r and s side by side, big-endian (IEEE P1363): 64 bytes for P-256, 96 for P-384. What PKCS#11 gives.</summary>
    EcdsaConcatenated,

    /// <summary>ASN.1 DER over P-256; s may be high.</summary>
    EcdsaP256Der,

    /// <summary>ASN.1 DER over P-384; s may be high.</summary>
    EcdsaP384Der,

    /// <summary>Ready to send, for example Ed25519.</summary>
    AsIs,
}
