using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;
using VoiceMed.LedgerClient.Serialization;

namespace VoiceMed.Ledger.Storage;

/// <summary>What someone wants appended; the store gives it its place, its hash and its signature.</summary>
public sealed record EntryDraft
{
    /// <summary>The chain, see <see cref="ChainName"/>. It comes into being with its first entry.</summary>
    public required string Chain { get; init; }

    /// <summary>What it is, for example <c>visit</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The signing key, see <see cref="Keys.SigningKeys"/>.</summary>
    public required string Writer { get; init; }

    /// <summary>The readable payload. Sealed if the chain's content is.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>True leaves the payload in clear in a chain that is sealed otherwise, because it must outlive the key. Default: false.</summary>
    public bool InClear { get; init; }

    /// <summary>The source's own key for this fact; null for none. Unique a source.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Whose idempotency keys these are. Default: the writer's.</summary>
    public string? Source { get; init; }

    /// <summary>True when a second delivery under the same key counts as the same whatever it says. Default: false, it must say the same.</summary>
    public bool SameKeyIsEnough { get; init; }

    /// <summary>The entry this one corrects; null for none. It must stand in the same chain and not be corrected yet.</summary>
    public EntryReference? Supersedes { get; init; }

    /// <summary>A document for the vault; null for none. Its chain must be a sealed one.</summary>
    public ReadOnlyMemory<byte>? Attachment { get; init; }

    /// <summary>The document's identifier, to which its sealing is bound; needed with <see cref="Attachment"/>.</summary>
    public string? AttachmentName { get; init; }

    /// <summary>Where the projections file it; null to have it worked out from the payload.</summary>
    public EntryProjection? Projection { get; init; }

    /// <summary>A draft of a record in its own patient's chain.</summary>
    public static EntryDraft Of(LedgerRecord entry, string chain, string writer)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new EntryDraft
        {
            Chain = chain,
            Kind = RecordJson.KindOf(entry),
            Writer = writer,
            Payload = RecordJson.Encode(entry),
            Projection = EntryProjection.Of(entry),
        };
    }
}
