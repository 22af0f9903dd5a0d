using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace VoiceMed.Ledger.Keys;

/// <summary>
/// Sealing with AES-256-GCM: nonce (12 bytes), ciphertext, tag (16 bytes). What is sealed is bound to its place, so that it
/// cannot be moved to another entry. Thread-safe.
/// </summary>
internal static class Seal
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    /// <summary>A key for one purpose, from a patient's key.</summary>
    public static byte[] Key(byte[] contentKey, string purpose) => HMACSHA256.HashData(contentKey, Encoding.UTF8.GetBytes(purpose));

    /// <summary>The opening key of one entry's commitment.</summary>
    public static byte[] OpeningKey(byte[] contentKey, string chain, long index) => HMACSHA256.HashData(contentKey, Place("open", chain, index));

    /// <summary>The place of an entry as bytes that are authenticated with its payload.</summary>
    public static byte[] Place(string what, string chain, long index)
    {
        var text = Encoding.UTF8.GetBytes(what + "\0" + chain + "\0");
        var place = new byte[text.Length + 8];
        text.CopyTo(place, 0);
        BinaryPrimitives.WriteInt64BigEndian(place.AsSpan(text.Length), index);
        return place;
    }

    /// <summary>Seals bytes.</summary>
    public static byte[] Close(byte[] key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> place)
    {
        var sealedBytes = new byte[NonceSize + plain.Length + TagSize];
        RandomNumberGenerator.Fill(sealedBytes.AsSpan(0, NonceSize));
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(
            sealedBytes.AsSpan(0, NonceSize), plain, sealedBytes.AsSpan(NonceSize, plain.Length), sealedBytes.AsSpan(NonceSize + plain.Length), place);
        return sealedBytes;
    }

    /// <summary>Opens what was sealed, or returns null when it was changed, moved, or sealed under another key.</summary>
    public static byte[]? Open(byte[] key, ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> place)
    {
        if (sealedBytes.Length < NonceSize + TagSize)
        {
            return null;
        }

        var plain = new byte[sealedBytes.Length - NonceSize - TagSize];
        using var aes = new AesGcm(key, TagSize);
        try
        {
            aes.Decrypt(sealedBytes[..NonceSize], sealedBytes[NonceSize..^TagSize], sealedBytes[^TagSize..], plain, place);
            return plain;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
