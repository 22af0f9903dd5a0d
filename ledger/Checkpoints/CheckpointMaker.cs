using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Merkle;
using VoiceMed.LedgerClient.Proofs;

namespace VoiceMed.Ledger.Checkpoints;

/// <summary>
/// Makes checkpoints: the heads of all chains that grew are appended to the channel's Merkle tree, and the council signs its
/// root. The cost is that of the chains that grew, however many there are. Thread-safe.
/// </summary>
/// <param name="store">The ledger.</param>
/// <param name="council">The council, pinned; a checkpoint its own signers' keys do not satisfy is not kept.</param>
/// <param name="signer">Who signs.</param>
public sealed class CheckpointMaker(LedgerStore store, CouncilKeys council, ICouncilSigner signer)
{
    private string? _pinned;

    /// <summary>Makes a checkpoint over everything that is in the ledger now; returns the newest one when nothing is new.</summary>
    /// <exception cref="LedgerUnavailableException">Too few council members signed: code <c>council.no-quorum</c>. Nothing was written.</exception>
    public async ValueTask<SignedCheckpoint> MakeAsync(CancellationToken cancellation = default)
    {
        var made = await store.TransactAsync(Make, cancellation).ConfigureAwait(false);
        if (Interlocked.Exchange(ref _pinned, made.Text) != made.Text)
        {
            CheckpointPin.Write(store.Options.KeysDirectory, made);
        }

        return made;
    }

    /// <summary>Makes a checkpoint inside a transaction.</summary>
    public SignedCheckpoint Make(LedgerTransaction transaction)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        var grown = transaction.State.Uncovered ??= FindUncovered(transaction);
        if (grown.Count == 0 && transaction.NewestCheckpoint() is { } newest)
        {
            return newest;
        }

        transaction.State.Change();
        var heads = transaction.State.Heads(transaction);
        foreach (var name in grown.Order(StringComparer.Ordinal))
        {
            AppendHead(transaction, heads, transaction.State.Chain(transaction, name, create: false)!);
        }

        var checkpoint = new Checkpoint(council.Origin, heads.Size, heads.Root(), transaction.Now, transaction.Count);
        var signed = new SignedCheckpoint(checkpoint.Text(), signer.Sign(checkpoint.Text()));
        if (council.Check(signed, out _) is { } wrong)
        {
            throw new LedgerUnavailableException("council.no-quorum", wrong);
        }

        transaction.Connection.Execute("INSERT INTO checkpoints(size, note) VALUES(@a, @b)", heads.Size, CheckpointNote.Write(signed));
        grown.Clear();
        return CheckpointNote.Read(CheckpointNote.Write(signed));
    }

    private static void AppendHead(LedgerTransaction transaction, ChainState heads, ChainState chain)
    {
        var root = chain.Root();
        transaction.Connection.Execute(
            "INSERT INTO heads(leaf, chain, size, root) VALUES(@a, @b, @c, @d)", heads.Size, chain.Id, chain.Size, root);
        heads.Append(MerkleHash.Leaf(ChainProof.HeadBytes(chain.Name, chain.Size, root)), (position, hash) => transaction.Connection.Execute(
            "INSERT INTO nodes(chain, position, hash, seq) VALUES(0, @a, @b, NULL)", position, hash));
    }

    private static HashSet<string> FindUncovered(LedgerTransaction transaction)
    {
        var chains = transaction.Connection.Rows("SELECT id, name FROM chains", static row => (Id: row.GetInt64(0), Name: row.GetString(1)));
        return
        [
            .. chains
                .Where(chain => transaction.LengthOf(chain.Id)
                    > ((long?)transaction.Connection.Scalar("SELECT max(size) FROM heads WHERE chain = @a", chain.Id) ?? 0))
                .Select(static chain => chain.Name),
        ];
    }
}
