using System.Security.Cryptography;
using NodaTime;
using VoiceMed.Ledger.Keys;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Entries;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Ledger.Storage;

/// <summary>
/// Reads and appends as one step: nobody writes in between, and all of it becomes durable or none. Obtained from
/// <see cref="LedgerStore.TransactAsync{T}"/> and valid only inside it; not thread-safe.
/// </summary>
public sealed class LedgerTransaction : LedgerReader
{
    private readonly WriterState _state;
    private readonly SigningKeys _signing;
    private readonly TimeProvider _time;

    internal LedgerTransaction(LedgerConnection connection, ContentKeys keys, SigningKeys signing, WriterState state, TimeProvider time)
        : base(connection, keys) => (_state, _signing, _time) = (state, signing, time);

    /// <summary>The moment of this transaction, by the ledger's clock.</summary>
    public Instant Now => Instant.FromDateTimeOffset(_time.GetUtcNow());

    /// <summary>Appends an entry. Durable once the transaction is.</summary>
    /// <returns>Where it stands; or where the same fact already stands.</returns>
    /// <exception cref="LedgerRejectedException">
    /// <c>idempotency.conflict</c>: the key was used for something else; <c>supersedes.unknown</c>, <c>supersedes.stale</c>: what it
    /// corrects is not there, or corrected already; <c>patient.erased</c>; <c>key.absent</c>.
    /// </exception>
    public AppendReceipt Append(EntryDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        var delivery = draft.IdempotencyKey is null ? [] : DeliveryTag(draft.Source ?? draft.Writer, draft.IdempotencyKey);
        if (delivery.Length > 0 && AlreadyDelivered(draft, delivery) is { } before)
        {
            return new AppendReceipt(before.Reference, Duplicate: true);
        }

        // Everything that can be refused is refused before the first row is written.
        var superseded = draft.Supersedes is null ? null : Superseded(draft);
        if (!_signing.Has(draft.Writer))
        {
            throw new LedgerRejectedException("key.absent", $"This machine holds no key '{draft.Writer}' to sign with.");
        }

        var content = Seals(draft);
        var chain = _state.Chain(this, draft.Chain, create: true)!;
        var stored = content?.Payload(chain.Size) ?? draft.Payload.ToArray();
        var attachment = draft.Attachment is { } document ? content!.Document(document.Span) : null;
        var header = new EntryHeader
        {
            Chain = draft.Chain,
            Index = chain.Size,
            Previous = chain.Head,
            Time = EntryCodec.Cut(Now),
            Writer = draft.Writer,
            Kind = draft.Kind,
            Delivery = delivery,
            Supersedes = superseded?.Hash ?? [],
            Sealing = content is null ? Sealing.None : Sealing.AesGcm,
            Stored = SHA256.HashData(stored),
            Commitment = content?.Commitment(chain.Size) ?? [],
            Attachment = attachment is null ? [] : SHA256.HashData(attachment),
        };
        var entry = new StoredEntry(_state.TakeSequence(), EntryCodec.Encode(header), stored);
        Write(entry, header, chain, attachment, draft, superseded);
        return new AppendReceipt(new EntryReference(draft.Chain, header.Index, Convert.ToHexStringLower(entry.Hash)), Duplicate: false);
    }

    internal WriterState State => _state;

    internal SigningKeys Signing => _signing;

    /// <summary>Destroys what the projections know of a chain's facts: their times.</summary>
    internal void ForgetFacts(string chain)
    {
        if (ChainId(chain) is { } id)
        {
            Connection.Execute("UPDATE OR IGNORE facts SET at = 0 WHERE chain = @a", id);
        }
    }

    private StoredEntry? AlreadyDelivered(EntryDraft draft, byte[] delivery)
    {
        if (Connection.Scalar("SELECT seq FROM deliveries WHERE tag = @a", delivery) is not long sequence || Find(sequence) is not { } before)
        {
            return null;
        }

        var same = before.Header.Chain == draft.Chain && before.Header.Kind == draft.Kind
            && (draft.SameKeyIsEnough || Open(before).AsSpan().SequenceEqual(draft.Payload.Span));
        return same ? before : throw new LedgerRejectedException(
            "idempotency.conflict",
            $"The idempotency key was already used for {before.Header.Chain} #{before.Header.Index}, which says something else; correct that entry by superseding it.");
    }

    private StoredEntry Superseded(EntryDraft draft)
    {
        var reference = draft.Supersedes!;
        var found = reference.Chain == draft.Chain ? Find(draft.Chain, reference.Index) : null;
        if (found is null || Convert.ToHexStringLower(found.Hash) != reference.Hash)
        {
            throw new LedgerRejectedException("supersedes.unknown", $"{draft.Chain} has no entry #{reference.Index} with that hash to correct.");
        }

        return FactOf(found) is not null
            ? found
            : throw new LedgerRejectedException("supersedes.stale", $"{draft.Chain} #{reference.Index} is corrected already; correct its correction.");
    }

    private (long Filing, long At)? FactOf(StoredEntry entry)
    {
        var projection = EntryProjection.Of(entry.Header.Kind, EntryProjection.IsRecord(entry.Header.Kind) ? Open(entry) : []);
        var filing = _state.Name(this, projection.Filing ?? entry.Header.Kind);
        return (long?)Connection.Scalar(
            "SELECT at FROM facts WHERE chain = @a AND kind = @b AND at = @c AND seq = @d",
            ChainId(entry.Header.Chain)!.Value, filing, (projection.At ?? entry.Header.Time).ToUnixTimeMilliseconds(), entry.Sequence) is { } at
            ? (filing, at)
            : null;
    }

    private DraftSeal? Seals(EntryDraft draft)
    {
        var scope = draft.InClear ? null : ChainName.KeyScope(draft.Chain);
        if (scope is null)
        {
            return draft.Attachment is null ? null : throw new ArgumentException($"A document cannot lie in {draft.Chain}: that chain is not sealed.");
        }

        return new DraftSeal(Keys.GetOrCreate(scope), draft);
    }

    private void Write(
        StoredEntry entry, EntryHeader header, ChainState chain, byte[]? attachment, EntryDraft draft, StoredEntry? superseded)
    {
        Connection.Execute("INSERT INTO entries(seq, header, payload) VALUES(@a, @b, @c)", entry.Sequence, entry.HeaderBytes, entry.Stored);
        if (attachment is not null)
        {
            Connection.Execute("INSERT INTO vault(seq, content) VALUES(@a, @b)", entry.Sequence, attachment);
        }

        var leafPosition = MerklePosition.OfLeaf(chain.Size);
        chain.Append(entry.Hash, (position, hash) => Connection.Execute(
            "INSERT INTO nodes(chain, position, hash, seq) VALUES(@a, @b, @c, @d)",
            chain.Id, position, hash, position == leafPosition ? entry.Sequence : DBNull.Value));
        if (superseded is not null)
        {
            var (filing, at) = FactOf(superseded)!.Value;
            Connection.Execute(
                "DELETE FROM facts WHERE chain = @a AND kind = @b AND at = @c AND seq = @d", chain.Id, filing, at, superseded.Sequence);
        }

        var projection = draft.Projection ?? EntryProjection.Of(draft.Kind, draft.Payload.Span);
        Projections.Add(this, _state, entry.Sequence, header, chain.Id, projection);
        _state.Unsigned.Add((entry.Sequence, header.Writer, entry.Hash));
        _state.Uncovered?.Add(chain.Name);
    }

    private sealed class DraftSeal(byte[] key, EntryDraft draft)
    {
        public byte[] Payload(long index) => Seal.Close(Seal.Key(key, "payload"), draft.Payload.Span, Seal.Place(draft.Kind, draft.Chain, index));

        public byte[] Commitment(long index) => EntryOpening.Commit(Seal.OpeningKey(key, draft.Chain, index), draft.Payload.Span);

        public byte[] Document(ReadOnlySpan<byte> content) =>
            Seal.Close(Seal.Key(key, "vault"), content, Seal.Place("vault", draft.AttachmentName ?? throw new ArgumentException("A document needs its name."), 0));
    }
}
