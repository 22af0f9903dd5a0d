using System.Globalization;
using NodaTime;
using VoiceMed.LedgerClient.Merkle;

namespace VoiceMed.LedgerClient.Proofs;

/// <summary>
/// The state of a channel at one moment: the root of the Merkle tree over the heads of all chains. Its text is what the council
/// signs, in the manner of the transparency logs' checkpoints (C2SP tlog-checkpoint): five lines, each ended by a line feed.
/// </summary>
/// <param name="Origin">The channel's name with a prefix of ours, for example <c>voicemed/city</c>.</param>
/// <param name="Size">The number of heads in the tree.</param>
/// <param name="Root">The tree's root, 32 bytes.</param>
/// <param name="Time">When it was made, to the millisecond.</param>
/// <param name="Entries">How many entries the ledger held.</param>
public sealed record Checkpoint(string Origin, long Size, byte[] Root, Instant Time, long Entries)
{
    /// <summary>The text that is signed.</summary>
    public string Text() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Origin}\n{Size}\n{Convert.ToBase64String(Root)}\ntime {Time.ToUnixTimeMilliseconds()}\nentries {Entries}\n");

    /// <summary>Reads the text back; only the exact form is accepted.</summary>
    /// <exception cref="FormatException">It is not a checkpoint.</exception>
    public static Checkpoint Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Split('\n');
        var root = new byte[MerkleHash.Size];
        if (lines.Length == 6 && lines[5].Length == 0
            && long.TryParse(lines[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            && lines[3].StartsWith("time ", StringComparison.Ordinal)
            && long.TryParse(lines[3].AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var time)
            && time < 253_402_300_800_000
            && lines[4].StartsWith("entries ", StringComparison.Ordinal)
            && long.TryParse(lines[4].AsSpan(8), NumberStyles.None, CultureInfo.InvariantCulture, out var entries)
            && Convert.TryFromBase64String(lines[2], root, out var length) && length == MerkleHash.Size)
        {
            var checkpoint = new Checkpoint(lines[0], size, root, Instant.FromUnixTimeMilliseconds(time), entries);
            if (checkpoint.Text() == text)
            {
                return checkpoint;
            }
        }

        throw new FormatException("The text is not a checkpoint in its one written form.");
    }
}
