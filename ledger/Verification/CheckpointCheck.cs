using VoiceMed.Ledger.Checkpoints;
using VoiceMed.Ledger.Governance;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Merkle;
using VoiceMed.LedgerClient.Proofs;

namespace VoiceMed.Ledger.Verification;

/// <summary>Checks the channel's tree of heads, the signed checkpoints over it, and the newest one that was noted apart from the file.</summary>
internal static class CheckpointCheck
{
    /// <summary>Checks, and returns how many checkpoints there are.</summary>
    public static int Run(LedgerReader reader, LedgerOptions options, EntryCheck entries, ProblemList problems)
    {
        var council = Council(options, entries, problems);
        var heads = CheckHeads(reader, problems);
        var tree = reader.Tree(0);
        var count = 0;
        var notes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (size, note) in reader.Connection.Rows("SELECT size, note FROM checkpoints ORDER BY size", static row => (row.GetInt64(0), row.GetString(1))))
        {
            count++;
            notes.Add(note);
            var where = $"checkpoint {size}";
            try
            {
                var read = CheckpointNote.Read(note);
                var wrong = Check(read, council, tree, heads, entries.Count, out var checkpoint);
                if (wrong is not null || checkpoint!.Size != size)
                {
                    problems.Add(where, wrong ?? $"it is of size {checkpoint!.Size}.");
                }
            }
            catch (FormatException e)
            {
                problems.Add(where, e.Message);
            }
        }

        CheckPin(options, council, tree, heads, entries.Count, notes, problems);
        return count;
    }

    private static CouncilKeys? Council(LedgerOptions options, EntryCheck entries, ProblemList problems)
    {
        try
        {
            var pinned = PinnedCouncil.Read(PinnedCouncil.PathIn(options.KeysDirectory));
            var genesis = entries.Registry.Genesis;
            if (genesis is null || Registry.OriginOf(genesis.Channel) != pinned.Origin || genesis.Threshold != pinned.Threshold
                || genesis.Council.Count != pinned.Keys.Count
                || genesis.Council.Any(member => !pinned.Keys.TryGetValue(member.Key, out var key) || !key.AsSpan().SequenceEqual(member.Value)))
            {
                problems.Add("genesis", "the council it names is not the pinned one.");
            }

            return pinned;
        }
        catch (LedgerTamperedException e)
        {
            problems.Add("council", e.Message);
            return null;
        }
    }

    private static long CheckHeads(LedgerReader reader, ProblemList problems)
    {
        var state = new ChainState(0, string.Empty);
        var names = reader.Connection.Rows("SELECT id, name FROM chains", static row => (Id: row.GetInt64(0), Name: row.GetString(1)))
            .ToDictionary(static chain => chain.Id, static chain => chain.Name);
        var trees = new Dictionary<long, MerkleTree>();
        var nodes = 0L;
        foreach (var (leaf, chain, size, root) in reader.Connection.Rows(
            "SELECT leaf, chain, size, root FROM heads ORDER BY leaf",
            static row => (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetFieldValue<byte[]>(3))))
        {
            var where = $"head {leaf} of the channel";
            if (leaf != state.Size || !names.TryGetValue(chain, out var name))
            {
                problems.Add(where, "a head before it is missing, or its chain is unknown.");
                return state.Size;
            }

            if (!trees.TryGetValue(chain, out var tree))
            {
                tree = trees[chain] = reader.Tree(chain);
            }

            if (size < 1 || size > reader.LengthOf(chain) || !tree.Root(size).AsSpan().SequenceEqual(root))
            {
                problems.Add(where, $"it is not the root of the first {size} entries of {name}.");
            }

            state.Append(MerkleHash.Leaf(ChainProof.HeadBytes(name, size, root)), (position, hash) =>
            {
                nodes++;
                if (reader.Connection.Scalar("SELECT hash FROM nodes WHERE chain = 0 AND position = @a", position) is not byte[] found
                    || !found.AsSpan().SequenceEqual(hash))
                {
                    problems.Add(where, $"node {position} of the channel's tree is not what follows from the heads.");
                }
            });
        }

        if ((long)reader.Connection.Scalar("SELECT count(*) FROM nodes WHERE chain = 0")! != nodes)
        {
            problems.Add("table nodes", "the channel's tree has nodes that no head accounts for.");
        }

        return state.Size;
    }

    private static string? Check(SignedCheckpoint read, CouncilKeys? council, MerkleTree tree, long heads, long entries, out Checkpoint? checkpoint)
    {
        checkpoint = null;
        if (council is null)
        {
            return "it cannot be checked without the pinned council.";
        }

        if (council.Check(read, out checkpoint) is { } wrong)
        {
            return wrong;
        }

        return checkpoint!.Size <= heads && checkpoint.Entries <= entries && tree.Root(checkpoint.Size).AsSpan().SequenceEqual(checkpoint.Root)
            ? null
            : "its root is not that of the channel's tree.";
    }

    private static void CheckPin(LedgerOptions options, CouncilKeys? council, MerkleTree tree, long heads, long entries, HashSet<string> notes, ProblemList problems)
    {
        try
        {
            var pin = CheckpointPin.Read(options.KeysDirectory);
            if (pin is not null && !notes.Contains(CheckpointNote.Write(pin)))
            {
                problems.Add("newest.checkpoint", "the checkpoint that was noted apart from the ledger is not in it.");
            }

            if (pin is not null && Check(pin, council, tree, heads, entries, out var checkpoint) is { } wrong)
            {
                problems.Add("newest.checkpoint", checkpoint is not null && (checkpoint.Size > heads || checkpoint.Entries > entries)
                    ? $"the ledger had {checkpoint.Entries} entries when it was signed and has {entries} now: the file is an older copy, or was cut."
                    : wrong);
            }
        }
        catch (FormatException e)
        {
            problems.Add("newest.checkpoint", e.Message);
        }
    }
}
