using System.Security.Cryptography;

namespace VoiceMed.Auth.Voiceprints;

/// <summary>A 256-bit master key voiceprints are sealed under. Holds the key until disposed; never prints it.</summary>
public sealed class VoiceprintKey : IDisposable
{
    /// <summary>Bytes of a key.</summary>
    public const int Length = 32;

    private readonly byte[] _bytes;

    private VoiceprintKey(byte[] bytes)
    {
        _bytes = bytes;
        Id = Convert.ToHexStringLower(SHA256.HashData([.. "voicemed voiceprint key"u8, .. bytes]).AsSpan(0, 8));
    }

    /// <summary>Names the key without revealing it: 16 hexadecimal digits.</summary>
    public string Id { get; }

    /// <summary>Makes a new random key.</summary>
    public static VoiceprintKey Generate() => new(RandomNumberGenerator.GetBytes(Length));

    /// <summary>Reads a key as written by <see cref="Encode"/>: base64 of 32 bytes, spaces around it allowed.</summary>
    /// <param name="text">The text.</param>
    /// <param name="source">Where it came from, for the error.</param>
    /// <exception cref="VoiceprintStoreException">It is not a key.</exception>
    public static VoiceprintKey Parse(string text, string source)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bytes = new byte[Length + 3];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var count) && count == Length
            ? new VoiceprintKey(bytes[..Length])
            : throw new VoiceprintStoreException($"{source} does not hold a voiceprint key: base64 of {Length} bytes is expected.");
    }

    /// <summary>The key as base64, for the file it is kept in.</summary>
    public string Encode() => Convert.ToBase64String(_bytes);

    /// <summary>Derives a key for one purpose and one record (HKDF with SHA-256, RFC 5869).</summary>
    internal byte[] Derive(ReadOnlySpan<byte> salt, string purpose, int length)
    {
        var derived = new byte[length];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _bytes, derived, salt, System.Text.Encoding.ASCII.GetBytes(purpose));
        return derived;
    }

    /// <summary>Wipes the key from memory.</summary>
    public void Dispose() => CryptographicOperations.ZeroMemory(_bytes);
}
