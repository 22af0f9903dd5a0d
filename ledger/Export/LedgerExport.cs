using System.Globalization;
using System.Text;
using VoiceMed.Ledger.Access;
using VoiceMed.Ledger.Checkpoints;
using VoiceMed.Ledger.Governance;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Proofs;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Export;

/// <summary>
/// Writes everything in open formats with proofs: the way out of this ledger. Content is readable in it, so the folder is as
/// worthy of protection as the keys. Layout: see the README.txt it writes.
/// </summary>
public static class LedgerExport
{
    private const int EntriesPerProof = 200;

    private const string Readme = """
        Everything a VoiceMed ledger holds, readable without VoiceMed. Patients' data lies here in clear: protect this folder.

        checkpoint.txt    The newest state of the channel, signed by the council: text, empty line, signatures
                          (ECDSA P-256 over SHA-256 of the text in UTF-8; r and s, 32 bytes each, base64).
        council.json      The council's public keys (DER SubjectPublicKeyInfo, base64) and how many must have signed.
                          Compare it with a copy you did not get from here.
        chains/*.jsonl    One file a chain; one JSON object a line, each a proof for up to 200 entries in their order:
                          "chains"[].root is the RFC 6962 Merkle root over the chain's first "size" entries, "path" leads from
                          that head to the checkpoint's root; "entries"[].header is the signed entry (layout:
                          docs/ledger-record-layout.md), "payload" what it says (JSON), "openingKey" the key of its commitment,
                          "path" leads from SHA-256(0x00 + header) to the chain's root. An empty payload was erased.
        signatures.tsv    Chain, index, key, signature (base64: algorithm 1 = ECDSA P-256, then r and s) of every entry's hash.
        keys.tsv          Key, hospital, whether revoked, public key (DER SubjectPublicKeyInfo, base64).
        documents/        The documents' contents, named by their identifiers.
        documents.tsv     Document, chain, index, commitment key (base64): HMAC-SHA-256 of the content under that key is the
                          "commitment" in the document's entry, in hexadecimal.
        files.tsv         SHA-256 (hexadecimal), size in bytes, and path of every other file here.

        'voicemed ledger verify --export DIR' checks all of it.

        """;

    /// <summary>Exports a ledger; a checkpoint must cover it, see <see cref="CheckpointMaker"/>. What no checkpoint covers is left out.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="folder">An empty or new folder.</param>
    /// <param name="progress">Told the number of entries written; null for nobody.</param>
    /// <param name="cancellation">Ends the work, leaving a folder without checkpoint.txt, which no verification accepts.</param>
    /// <exception cref="LedgerUnavailableException">The folder is not empty: code <c>export.folder-not-empty</c>.</exception>
    public static ExportReport Write(LedgerStore store, string folder, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new LedgerUnavailableException("export.folder-not-empty", $"{folder} is not empty; name a new folder for the export.");
        }

        Keys.SecretFile.CreateDirectory(folder);
        Directory.CreateDirectory(Path.Combine(folder, "chains"));
        Directory.CreateDirectory(Path.Combine(folder, "documents"));
        File.WriteAllText(Path.Combine(folder, "README.txt"), Readme);
        return store.Read(reader => Write(reader, store.Options, folder, progress, cancellation));
    }

    /// <summary>The file of a chain in an export.</summary>
    internal static string FileOf(string chain) => Uri.EscapeDataString(chain) + ".jsonl";

    private static ExportReport Write(LedgerReader reader, LedgerOptions options, string folder, IProgress<long>? progress, CancellationToken cancellation)
    {
        var newest = reader.NewestCheckpoint()
            ?? throw new LedgerUnavailableException("proof.not-covered", "The ledger has no checkpoint yet; make one with 'voicemed ledger checkpoint'.");
        var (chains, entries, erased, documents) = (0, 0L, 0L, 0);
        using var signatures = new StreamWriter(Path.Combine(folder, "signatures.tsv"));
        using var contents = new StreamWriter(Path.Combine(folder, "documents.tsv"));
        foreach (var chain in reader.Chains().Where(chain => ProofMaker.CoveredSize(reader, chain) > 0))
        {
            chains++;
            var size = ProofMaker.CoveredSize(reader, chain);
            using var file = new FileStream(Path.Combine(folder, "chains", FileOf(chain)), FileMode.CreateNew);
            for (var from = 0L; from < size; from += EntriesPerProof)
            {
                cancellation.ThrowIfCancellationRequested();
                var part = reader.Walk(chain, from, (int)Math.Min(EntriesPerProof, size - from));
                file.Write(ProofJson.Write(ProofMaker.Make(reader, part)));
                file.WriteByte((byte)'\n');
                foreach (var entry in part)
                {
                    entries++;
                    erased += reader.IsErased(entry) ? 1 : 0;
                    documents += WriteDocument(reader, entry, Path.Combine(folder, "documents"), contents) ? 1 : 0;
                    signatures.WriteLine(string.Create(
                        CultureInfo.InvariantCulture,
                        $"{chain}\t{entry.Header.Index}\t{entry.Header.Writer}\t{Convert.ToBase64String(reader.Signature(entry))}"));
                }

                progress?.Report(entries);
            }
        }

        WriteKeys(reader, folder);
        File.Copy(PinnedCouncil.PathIn(options.KeysDirectory), Path.Combine(folder, "council.json"));
        File.WriteAllText(Path.Combine(folder, "checkpoint.txt"), CheckpointNote.Write(newest));
        signatures.Close();
        contents.Close();
        ExportFiles.Write(folder);
        return new ExportReport(chains, entries, erased, documents);
    }

    private static bool WriteDocument(LedgerReader reader, StoredEntry entry, string folder, StreamWriter contents)
    {
        if (entry.Header.Attachment.Length == 0 || reader.IsErased(entry))
        {
            return false;
        }

        var document = RecordReader.Open<DocumentInfo>(reader, entry).Record;
        File.WriteAllBytes(Path.Combine(folder, Uri.EscapeDataString(document.Id)), reader.Attachment(entry, document.Id)!);
        var key = DocumentKeys.CommitmentKey(reader, document.Patient, new DocumentId(document.Id));
        contents.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{document.Id}\t{entry.Header.Chain}\t{entry.Header.Index}\t{Convert.ToBase64String(key)}"));
        return true;
    }

    private static void WriteKeys(LedgerReader reader, string folder) => File.WriteAllLines(
        Path.Combine(folder, "keys.tsv"),
        Registry.Load(reader).Keys.Values.OrderBy(static key => key.Name, StringComparer.Ordinal).Select(static key =>
            $"{key.Name}\t{key.Hospital?.Value}\t{(key.Revoked ? "revoked" : "in force")}\t{Convert.ToBase64String(key.PublicKey)}"),
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
}
