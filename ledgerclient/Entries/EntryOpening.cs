using System.Security.Cryptography;

namespace VoiceMed.LedgerClient.Entries;

/// <summary>
/// The commitment to a sealed payload. A plain hash of a birth date or a diagnosis can be guessed; this one cannot be checked
/// without the entry's own opening key, which says nothing about other entries and dies with the patient's key. Thread-safe.
/// </summary>
public static class EntryOpening
{
    /// <summary>The commitment: HMAC-SHA-256 of the readable payload under the opening key.</summary>
    public static byte[] Commit(ReadOnlySpan<byte> openingKey, ReadOnlySpan<byte> payload) => HMACSHA256.HashData(openingKey, payload);

    /// <summary>True when the payload is the one the header commits to.</summary>
    /// <param name="header">The header.</param>
    /// <param name="openingKey">The entry's opening key; empty when the payload is not sealed.</param>
    /// <param name="payload">The readable payload.</param>
    public static bool Opens(EntryHeader header, ReadOnlySpan<byte> openingKey, ReadOnlySpan<byte> payload)
    {
        ArgumentNullException.ThrowIfNull(header);
        return header.Sealing == Sealing.None
            ? openingKey.IsEmpty && header.Commitment.Length == 0 && SHA256.HashData(payload).AsSpan().SequenceEqual(header.Stored)
            : CryptographicOperations.FixedTimeEquals(Commit(openingKey, payload), header.Commitment);
    }
}
