using VoiceMed.LedgerClient.Entries;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Merkle;

namespace VoiceMed.Ledger.Storage;

/// <summary>An entry as it lies in the file.</summary>
/// <param name="Sequence">Its place among all entries of the ledger, from 1.</param>
/// <param name="HeaderBytes">The header as hashed.</param>
/// <param name="Stored">The payload as kept: sealed or not.</param>
public sealed record StoredEntry(long Sequence, byte[] HeaderBytes, byte[] Stored)
{
    private EntryHeader? _header;
    private byte[]? _hash;

    /// <summary>The header.</summary>
    /// <exception cref="FormatException">The bytes are not a header.</exception>
    public EntryHeader Header => _header ??= EntryCodec.Decode(HeaderBytes);

    /// <summary>The readable payload, once somebody opened it and it was found to be the one that was written.</summary>
    internal byte[]? Opened { get; set; }

    /// <summary>The entry's hash.</summary>
    public byte[] Hash => _hash ??= MerkleHash.Leaf(HeaderBytes);

    /// <summary>Where the entry stands.</summary>
    public EntryReference Reference => new(Header.Chain, Header.Index, Convert.ToHexStringLower(Hash));
}
