using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;

namespace VoiceMed.LedgerClient.Fabric.Identity;

/// <summary>
/// The form of ECDSA signature Fabric accepts: ASN.1 DER with s no larger than half the curve's order. (r, s) and (r, n-s) verify alike, so
/// a signature could be altered on its way without this rule ("Invalid S. Must be smaller than half the order", bccsp/sw/ecdsa.go).
/// Thread-safe.
/// </summary>
public static class EcdsaSignature
{
    private const int P256CoordinateBytes = 32;
    private const int P384CoordinateBytes = 48;

    private static readonly BigInteger P256Order = Order("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
    private static readonly BigInteger P384Order =
        Order("ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973");

    /// <summary>Encodes r and s side by side (IEEE P1363), as .NET and most HSMs give them, with s lowered where needed.</summary>
    /// <param name="signature">64 bytes for P-256, 96 for P-384.</param>
    /// <returns>The DER encoding.</returns>
    /// <exception cref="CryptographicException">The length fits neither curve, or r or s is out of range.</exception>
    public static byte[] EncodeLowS(ReadOnlySpan<byte> signature)
    {
        var half = signature.Length / 2;
        if (signature.Length is not (2 * P256CoordinateBytes or 2 * P384CoordinateBytes))
            throw new CryptographicException($"a signature of {signature.Length} bytes fits neither P-256 (64) nor P-384 (96)");
        return Encode(Unsigned(signature[..half]), Unsigned(signature[half..]), half == P256CoordinateBytes ? P256Order : P384Order);
    }

    /// <summary>Lowers s of a DER signature where needed.</summary>
    /// <param name="signature">The DER encoding.</param>
    /// <param name="curveBits">256 or 384.</param>
    /// <returns>The DER encoding with low s.</returns>
    /// <exception cref="CryptographicException">It is no ECDSA signature, or r or s is out of range.</exception>
    public static byte[] LowerDer(ReadOnlyMemory<byte> signature, int curveBits)
    {
        var (r, s) = Decode(signature);
        return Encode(r, s, OrderOf(curveBits));
    }

    /// <summary>Tells whether a DER signature has the form peers accept.</summary>
    /// <param name="signature">The DER encoding.</param>
    /// <param name="curveBits">256 or 384.</param>
    /// <returns>False for high s and for what is no signature.</returns>
    public static bool IsLowS(ReadOnlyMemory<byte> signature, int curveBits)
    {
        try
        {
            return Decode(signature).S <= OrderOf(curveBits) / 2;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static byte[] Encode(BigInteger r, BigInteger s, BigInteger order)
    {
        if (r <= 0 || r >= order || s <= 0 || s >= order) throw new CryptographicException("r or s of the signature is out of range");
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(r);
            writer.WriteInteger(s > order / 2 ? order - s : s);
        }
        return writer.Encode();
    }

    private static (BigInteger R, BigInteger S) Decode(ReadOnlyMemory<byte> signature)
    {
        try
        {
            var reader = new AsnReader(signature, AsnEncodingRules.DER);
            var pair = reader.ReadSequence();
            reader.ThrowIfNotEmpty();
            var decoded = (pair.ReadInteger(), pair.ReadInteger());
            pair.ThrowIfNotEmpty();
            return decoded;
        }
        catch (AsnContentException malformed)
        {
            throw new CryptographicException("the signature is no DER sequence of two integers", malformed);
        }
    }

    private static BigInteger OrderOf(int curveBits) => curveBits switch
    {
        256 => P256Order,
        384 => P384Order,
        _ => throw new CryptographicException($"Fabric signs with P-256 or P-384, not with a curve of {curveBits} bits"),
    };

    private static BigInteger Order(string hexadecimal) => Unsigned(Convert.FromHexString(hexadecimal));

    private static BigInteger Unsigned(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true, isBigEndian: true);
}
