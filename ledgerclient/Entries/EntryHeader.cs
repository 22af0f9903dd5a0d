using NodaTime;
using VoiceMed.LedgerClient.Merkle;

namespace VoiceMed.LedgerClient.Entries;

/// <summary>
/// What the chain itself holds of an entry: everything that is hashed and signed, and no personal data. The layout of its
/// bytes is a contract, see docs/ledger-record-layout.md.
/// </summary>
public sealed record EntryHeader
{
    /// <summary>The chain's name, for example <c>patient/patient-1</c>.</summary>
    public required string Chain { get; init; }

    /// <summary>The entry's place in its chain, from 0.</summary>
    public required long Index { get; init; }

    /// <summary>The hash of the entry before it, 32 bytes; empty for the first.</summary>
    public required byte[] Previous { get; init; }

    /// <summary>When the ledger took it, to the microsecond.</summary>
    public required Instant Time { get; init; }

    /// <summary>The identifier of the key that signed it, for example <c>hospital-1/manager-1</c>.</summary>
    public required string Writer { get; init; }

    /// <summary>What it is, for example <c>visit</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>A keyed digest of the source's idempotency key, 32 bytes; empty when it had none.</summary>
    public byte[] Delivery { get; init; } = [];

    /// <summary>The hash of the entry this one corrects, 32 bytes; empty for none.</summary>
    public byte[] Supersedes { get; init; } = [];

    /// <summary>How the payload is kept.</summary>
    public required Sealing Sealing { get; init; }

    /// <summary>SHA-256 of the payload as it is kept, 32 bytes: checks what is stored without any patient's key.</summary>
    public required byte[] Stored { get; init; }

    /// <summary>HMAC-SHA-256 of the readable payload under the entry's opening key, 32 bytes; empty when the payload is not sealed.</summary>
    public byte[] Commitment { get; init; } = [];

    /// <summary>SHA-256 of the document as it lies in the vault, 32 bytes; empty when there is none.</summary>
    public byte[] Attachment { get; init; } = [];

    /// <summary>The entry's hash: the RFC 6962 leaf hash of its bytes, so that a chain is a Merkle tree of its entries.</summary>
    public byte[] Hash() => MerkleHash.Leaf(EntryCodec.Encode(this));
}
