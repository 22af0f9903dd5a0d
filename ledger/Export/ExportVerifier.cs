using System.Globalization;
using VoiceMed.Ledger.Governance;
using VoiceMed.Ledger.Keys;
using VoiceMed.Ledger.Storage;
using VoiceMed.Ledger.Verification;
using VoiceMed.LedgerClient.Entries;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Merkle;
using VoiceMed.LedgerClient.Proofs;

namespace VoiceMed.Ledger.Export;

/// <summary>Checks an export with nothing but the pinned council: every entry's place, content and signature, every document's content, and that none is missing.</summary>
public static class ExportVerifier
{
    /// <summary>Checks an export.</summary>
    /// <param name="folder">The export.</param>
    /// <param name="council">The council, pinned; null takes the export's own word for it, which only shows that it is consistent.</param>
    public static VerificationReport Verify(string folder, CouncilKeys? council = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var problems = new ProblemList();
        var (entries, chains) = (0L, 0);
        try
        {
            var verifier = new CheckpointProofVerifier(council ?? PinnedCouncil.Read(Path.Combine(folder, "council.json")));
            var newest = CheckpointNote.Read(File.ReadAllText(Path.Combine(folder, "checkpoint.txt")));
            if (verifier.Accept(newest, out var checkpoint) is { } wrong)
            {
                problems.Add("checkpoint.txt", wrong);
            }

            var signatures = Signatures(folder);
            var documents = new ExportedDocuments(folder, problems);
            var keys = File.ReadLines(Path.Combine(folder, "keys.tsv")).Select(static line => line.Split('\t'))
                .ToDictionary(static line => line[0], static line => Convert.FromBase64String(line[3]), StringComparer.Ordinal);
            foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "chains"), "*.jsonl").Order(StringComparer.Ordinal))
            {
                chains++;
                entries += CheckChain(file, verifier, signatures, keys, documents, problems);
            }

            documents.CheckNoneIsLeft();
            if (signatures.Count > 0)
            {
                problems.Add("signatures.tsv", $"{signatures.Count} signatures are of entries that are not here.");
            }
        }
        catch (Exception e) when (e is IOException or FormatException or LedgerException or IndexOutOfRangeException or ArgumentException)
        {
            problems.Add(folder, e.Message);
        }

        ExportFiles.Check(folder, problems);

        return new VerificationReport(entries, chains, 1, 0, problems.All, FileChecked: true);
    }

    private static Dictionary<(string Chain, long Index), (string Key, byte[] Signature)> Signatures(string folder) =>
        File.ReadLines(Path.Combine(folder, "signatures.tsv")).Select(static line => line.Split('\t')).ToDictionary(
            static line => (line[0], long.Parse(line[1], CultureInfo.InvariantCulture)),
            static line => (line[2], Convert.FromBase64String(line[3])));

    private static long CheckChain(
        string file,
        CheckpointProofVerifier verifier,
        Dictionary<(string Chain, long Index), (string Key, byte[] Signature)> signatures,
        Dictionary<string, byte[]> keys,
        ExportedDocuments documents,
        ProblemList problems)
    {
        var chain = Uri.UnescapeDataString(Path.GetFileNameWithoutExtension(file));
        var (next, size) = (0L, -1L);
        var bytes = File.ReadAllBytes(file);
        foreach (var line in bytes.AsSpan().TrimEnd((byte)'\n').ToArray().AsMemory().Lines())
        {
            var where = $"{chain} from #{next}";
            try
            {
                var proof = ProofJson.Read(line.Span);
                if (verifier.VerifyEntries(proof) is { Verified: false } verdict)
                {
                    problems.Add(where, verdict.Detail);
                    return next;
                }

                size = proof.Chains.Single().Size;
                foreach (var entry in proof.Entries)
                {
                    var header = EntryCodec.Decode(entry.Header);
                    documents.Check(header, entry.Payload);
                    CheckEntry(header, entry, chain, next++, signatures, keys, problems);
                }
            }
            catch (Exception e) when (e is FormatException or InvalidOperationException)
            {
                problems.Add(where, e.Message);
                return next;
            }
        }

        if (next != size)
        {
            problems.Add(chain, $"it has {next} entries here and {size} under the checkpoint.");
        }

        return next;
    }

    private static void CheckEntry(
        EntryHeader header,
        EntryProof entry,
        string chain,
        long index,
        Dictionary<(string Chain, long Index), (string Key, byte[] Signature)> signatures,
        Dictionary<string, byte[]> keys,
        ProblemList problems)
    {
        var where = $"{chain} #{index}";
        if (header.Chain != chain || header.Index != index)
        {
            problems.Add(where, $"{header.Chain} #{header.Index} stands in its place.");
        }
        else if (!signatures.Remove((chain, index), out var signed) || signed.Key != header.Writer
            || !keys.TryGetValue(signed.Key, out var key) || !SigningKeys.IsGood(key, MerkleHash.Leaf(entry.Header), signed.Signature))
        {
            problems.Add(where, "its signature is missing or does not hold.");
        }
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Lines(this Memory<byte> text)
    {
        while (text.Length > 0)
        {
            var end = text.Span.IndexOf((byte)'\n');
            yield return end < 0 ? text : text[..end];
            text = end < 0 ? default : text[(end + 1)..];
        }
    }
}
