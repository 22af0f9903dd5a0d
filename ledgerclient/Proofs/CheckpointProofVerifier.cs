using System.Text.Json;
using NodaTime;
using VoiceMed.LedgerClient.Entries;
using VoiceMed.LedgerClient.Merkle;
using VoiceMed.LedgerClient.Records;
using VoiceMed.LedgerClient.Serialization;

namespace VoiceMed.LedgerClient.Proofs;

/// <summary>
/// Checks <see cref="CheckpointProof"/>s with pinned council keys, and that the history shown never forks or goes back.
/// It believes nothing the ledger says: every hash on the way from the record to the council's signature is computed here
/// (leaving out the middle of that way was immudb's CVE-2022-36111). Thread-safe.
/// </summary>
/// <param name="council">The council, pinned.</param>
/// <param name="consistency">Who is asked for the proof between two checkpoints; null when none can be had: then the history may not move.</param>
/// <param name="tolerance">
/// How much older than the newest checkpoint seen an answer's checkpoint may be, by the checkpoints' own times, because
/// answers overtake each other. Default: 10 seconds.
/// </param>
public sealed class CheckpointProofVerifier(CouncilKeys council, IConsistencySource? consistency = null, Duration? tolerance = null)
    : IProofVerifier
{
    private readonly Lock _gate = new();
    private readonly Duration _tolerance = tolerance ?? Duration.FromSeconds(10);
    private SignedCheckpoint? _newestSigned;
    private Checkpoint? _newest;

    /// <summary>The newest checkpoint that was found good, or null before the first.</summary>
    public SignedCheckpoint? Newest
    {
        get
        {
            lock (_gate)
            {
                return _newestSigned;
            }
        }
    }

    /// <inheritdoc/>
    public ProofVerdict Verify<T>(LedgerAnswer<T> answer)
        where T : LedgerRecord
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (answer.Proof is not CheckpointProof proof)
        {
            return new ProofVerdict(false, answer.Proof is null ? "The answer has no proof." : $"The proof is of the scheme '{answer.Proof.Scheme}'.");
        }

        return VerifyRecords(proof, answer.Items);
    }

    /// <summary>Checks a proof against the records it is to prove, in order.</summary>
    public ProofVerdict VerifyRecords(CheckpointProof proof, IReadOnlyList<LedgerRecord> records)
    {
        ArgumentNullException.ThrowIfNull(proof);
        ArgumentNullException.ThrowIfNull(records);
        if (proof.Entries.Count != records.Count)
        {
            return new ProofVerdict(false, $"The proof has {proof.Entries.Count} entries for {records.Count} records.");
        }

        return VerifyAll(proof, records);
    }

    /// <summary>
    /// Checks a proof by itself, as an export holds it: that its entries stand in the ledger and say what their payloads say. An
    /// entry whose payload is empty shows only that something stands there: its content was erased.
    /// </summary>
    public ProofVerdict VerifyEntries(CheckpointProof proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        return VerifyAll(proof, records: null);
    }

    private ProofVerdict VerifyAll(CheckpointProof proof, IReadOnlyList<LedgerRecord>? records)
    {
        if (Accept(proof.Checkpoint, out var checkpoint) is { } refused)
        {
            return new ProofVerdict(false, refused);
        }

        var heads = new Dictionary<string, ChainProof>(StringComparer.Ordinal);
        foreach (var chain in proof.Chains)
        {
            var leaf = MerkleHash.Leaf(ChainProof.HeadBytes(chain.Chain, chain.Size, chain.Root));
            if (!heads.TryAdd(chain.Chain, chain)
                || !MerkleProof.Includes(leaf, chain.Leaf, checkpoint!.Size, chain.Path, checkpoint.Root))
            {
                return new ProofVerdict(false, $"The head of {chain.Chain} is not under the checkpoint of size {checkpoint!.Size}.");
            }
        }

        for (var i = 0; i < proof.Entries.Count; i++)
        {
            if (CheckEntry(proof.Entries[i], heads, records?[i]) is { } wrong)
            {
                return new ProofVerdict(false, $"Record {i + 1} of {proof.Entries.Count}: {wrong}");
            }
        }

        return new ProofVerdict(true, $"{proof.Entries.Count} records traced to the council's checkpoint of size {checkpoint!.Size}.");
    }

    /// <summary>Checks a checkpoint's signatures and that it continues the newest one seen, and remembers it.</summary>
    /// <param name="note">The signed checkpoint.</param>
    /// <param name="checkpoint">The checkpoint, when it is good.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public string? Accept(SignedCheckpoint note, out Checkpoint? checkpoint)
    {
        ArgumentNullException.ThrowIfNull(note);
        lock (_gate)
        {
            if (_newestSigned is not null && IsSame(_newestSigned, note))
            {
                checkpoint = _newest;
                return null;
            }

            if ((council.Check(note, out checkpoint) ?? Continues(checkpoint!)) is { } wrong)
            {
                checkpoint = null;
                return wrong;
            }

            if (_newest is null || checkpoint!.Size > _newest.Size)
            {
                (_newestSigned, _newest) = (note, checkpoint);
            }

            return null;
        }
    }

    private static bool IsSame(SignedCheckpoint known, SignedCheckpoint shown) =>
        known.Text == shown.Text
        && known.Signatures.Count == shown.Signatures.Count
        && known.Signatures.Zip(shown.Signatures).All(static pair =>
            pair.First.Key == pair.Second.Key && pair.First.Algorithm == pair.Second.Algorithm && pair.First.Value.AsSpan().SequenceEqual(pair.Second.Value));

    private string? Continues(Checkpoint shown)
    {
        if (_newest is null)
        {
            return null;
        }

        if (shown.Size == _newest.Size)
        {
            return shown.Root.AsSpan().SequenceEqual(_newest.Root)
                ? null
                : $"Forked history: two checkpoints of size {shown.Size} have different roots.";
        }

        var (older, newer) = shown.Size < _newest.Size ? (shown, _newest) : (_newest, shown);
        if (older == shown && newer.Time - older.Time > _tolerance)
        {
            return $"Replayed checkpoint: size {shown.Size} was shown after size {_newest.Size}.";
        }

        if (older.Size == 0)
        {
            return null;
        }

        var path = consistency?.ConsistencyPath(older.Size, newer.Size);
        if (path is null)
        {
            return $"No proof that the checkpoint of size {newer.Size} continues the one of size {older.Size}.";
        }

        return MerkleProof.Extends(older.Size, older.Root, newer.Size, newer.Root, path)
            ? null
            : $"Forked history: the checkpoint of size {newer.Size} does not continue the one of size {older.Size}.";
    }

    private static string? CheckEntry(EntryProof proof, Dictionary<string, ChainProof> heads, LedgerRecord? shown)
    {
        EntryHeader header;
        try
        {
            header = EntryCodec.Decode(proof.Header);
        }
        catch (FormatException e)
        {
            return e.Message;
        }

        var where = $"{header.Chain} #{header.Index}";
        if (!heads.TryGetValue(header.Chain, out var head))
        {
            return $"{where} has no head in the proof.";
        }

        var leaf = MerkleHash.Leaf(proof.Header);
        if (!MerkleProof.Includes(leaf, header.Index, head.Size, proof.Path, head.Root))
        {
            return $"{where} does not stand in its chain.";
        }

        if (shown is null && proof.Payload.Length == 0 && proof.OpeningKey.Length == 0)
        {
            return null;
        }

        if (!EntryOpening.Opens(header, proof.OpeningKey, proof.Payload))
        {
            return $"{where} commits to another content.";
        }

        return shown is null ? null : CheckRecord(where, leaf, header, proof, shown);
    }

    private static string? CheckRecord(string where, byte[] leaf, EntryHeader header, EntryProof proof, LedgerRecord shown)
    {
        if (shown.Entry is { } entry
            && (entry.Chain != header.Chain || entry.Index != header.Index || entry.Hash != Convert.ToHexStringLower(leaf)))
        {
            return $"{where} is shown as {entry.Chain} #{entry.Index}.";
        }

        try
        {
            return RecordJson.Encode(RecordJson.Decode(proof.Payload)).AsSpan().SequenceEqual(RecordJson.Encode(shown))
                ? null
                : $"{where} says something else than is shown.";
        }
        catch (JsonException)
        {
            return $"{where} is no record that this program can read.";
        }
    }
}
