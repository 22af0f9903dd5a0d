using VoiceMed.LedgerClient.Proofs;

namespace VoiceMed.Ledger.Storage;

/// <summary>
/// A signed checkpoint as one text: the checkpoint, an empty line, then a line a signature: an em dash, the key, the algorithm,
/// the signature in base64 (after the transparency logs' signed note). Thread-safe.
/// </summary>
public static class CheckpointNote
{
    /// <summary>Writes a signed checkpoint.</summary>
    public static string Write(SignedCheckpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        return checkpoint.Text + "\n" + string.Concat(
            checkpoint.Signatures.Select(static signature => $"— {signature.Key} {signature.Algorithm} {Convert.ToBase64String(signature.Value)}\n"));
    }

    /// <summary>Reads it back; only the exact form is accepted.</summary>
    /// <exception cref="FormatException">It is not a signed checkpoint.</exception>
    public static SignedCheckpoint Read(string note)
    {
        ArgumentNullException.ThrowIfNull(note);
        var end = note.IndexOf("\n\n", StringComparison.Ordinal);
        if (end >= 0)
        {
            var signatures = new List<CouncilSignature>();
            foreach (var line in note[(end + 2)..].Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                if (line.Split(' ') is not ["—", var key, var algorithm, var value])
                {
                    throw new FormatException($"'{line}' is not a signature of a checkpoint.");
                }

                signatures.Add(new CouncilSignature(key, algorithm, Convert.FromBase64String(value)));
            }

            var read = new SignedCheckpoint(note[..(end + 1)], signatures);
            if (Write(read) == note)
            {
                return read;
            }
        }

        throw new FormatException("The text is not a signed checkpoint in its one written form.");
    }
}
