using System.Security.Cryptography;
using System.Text.Json;
using VoiceMed.Ledger.Checkpoints;
using VoiceMed.Ledger.Keys;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Browsing;
using VoiceMed.LedgerClient.Entries;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Proofs;

namespace VoiceMed.Ledger.Browsing;

/// <summary>
/// Blocks and transactions for auditors and integrators: what stands in the chains, without opening what is sealed. Thread-safe.
/// </summary>
public sealed class LedgerBrowser(EmbeddedLedger ledger) : ILedgerBrowser
{
    /// <summary>How many transactions there are.</summary>
    public long Count => ledger.Store.Read(reader => reader.Count);

    /// <summary>The blocks after a number, oldest first.</summary>
    /// <param name="after">The number of the last block that is known; 0 for none.</param>
    /// <param name="count">At most so many.</param>
    public IReadOnlyList<BlockView> Blocks(int after, int count) => ledger.Store.Read(reader => Blocks(reader).Skip(after).Take(count).ToArray());

    /// <summary>The block of a number, or null.</summary>
    public BlockView? FindBlock(int number) => number < 1 ? null : ledger.Store.Read(reader => Blocks(reader).ElementAtOrDefault(number - 1));

    /// <summary>The transactions after a sequence number, oldest first.</summary>
    /// <param name="after">The sequence number of the last transaction that is known; 0 for none.</param>
    /// <param name="count">At most so many.</param>
    public IReadOnlyList<TransactionView> Transactions(long after, int count) => ledger.Store.Read(reader =>
    {
        var views = new List<TransactionView>();
        for (var sequence = after + 1; views.Count < count && reader.Find(sequence) is { } entry; sequence++)
        {
            views.Add(View(reader, entry));
        }

        return views;
    });

    /// <summary>The transaction of a sequence number, or null.</summary>
    public TransactionView? FindTransaction(long sequence) =>
        ledger.Store.Read(reader => reader.Find(sequence) is { } entry ? View(reader, entry) : null);

    /// <summary>The transactions of an account, newest first.</summary>
    public IReadOnlyList<TransactionView> TransactionsOf(LedgerClient.Identifiers.DoctorId account, int count) => View(ledger.Accounts.History(account, count));

    /// <summary>Entries that were read elsewhere, as transactions, in the same order.</summary>
    public IReadOnlyList<TransactionView> View(IReadOnlyList<StoredEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return ledger.Store.Read(reader => entries.Select(entry => View(reader, entry)).ToArray());
    }

    /// <summary>Checks one transaction: its link to the entry before it, its content, and its signature. Null when there is none.</summary>
    public TransactionVerdict? Validate(long sequence)
    {
        var registry = ledger.Registry.Current;
        return ledger.Store.Read(reader =>
        {
            if (reader.Find(sequence) is not { } entry)
            {
                return null;
            }

            var (header, findings) = (entry.Header, new List<string>());
            var before = header.Index == 0 ? [] : reader.Find(header.Chain, header.Index - 1)?.Hash;
            Note("previous", before is not null && header.Previous.AsSpan().SequenceEqual(before));
            Note("content", SHA256.HashData(entry.Stored).AsSpan().SequenceEqual(header.Stored));
            if (registry.Keys.TryGetValue(header.Writer, out var key))
            {
                Note("signature", SigningKeys.IsGood(key.PublicKey, entry.Hash, reader.Signature(entry)));
            }
            else
            {
                findings.Add("writer");
            }

            return new TransactionVerdict(findings.Count == 0, findings);

            void Note(string finding, bool holds)
            {
                if (!holds)
                {
                    findings.Add(finding);
                }
            }
        });
    }

    /// <summary>
    /// That an entry stands in the ledger: its header and the audit paths to a signed checkpoint. Content and opening key are
    /// left out of what is sealed.
    /// </summary>
    /// <param name="chain">The chain.</param>
    /// <param name="index">The entry's place in it, from 0.</param>
    /// <param name="cancellation">Ends the wait for a new checkpoint.</param>
    /// <returns>The proof, or null when there is no such entry.</returns>
    /// <exception cref="LedgerRejectedException">The patient's key was destroyed: code <c>patient.erased</c>.</exception>
    public async ValueTask<CheckpointProof?> ProveAsync(string chain, long index, CancellationToken cancellation = default)
    {
        if (ledger.Store.Read(reader => reader.Find(chain, index)) is not { } entry)
        {
            return null;
        }

        await ledger.Checkpoints.MakeAsync(cancellation).ConfigureAwait(false);
        var proof = ledger.Store.Read(reader => ProofMaker.Make(reader, [entry]));
        return entry.Header.Sealing == Sealing.None
            ? proof
            : proof with { Entries = proof.Entries.Select(e => e with { Payload = [], OpeningKey = [] }).ToArray() };
    }

    /// <inheritdoc/>
    ValueTask<long?> ILedgerBrowser.CountAsync(CancellationToken cancellation) => new(Count);

    /// <inheritdoc/>
    ValueTask<int> ILedgerBrowser.CountBlocksAsync(CancellationToken cancellation) => new(ledger.Store.Read(reader => Blocks(reader).Count()));

    /// <inheritdoc/>
    ValueTask<IReadOnlyList<BlockView>> ILedgerBrowser.GetBlocksAsync(int after, int count, CancellationToken cancellation) => new(Blocks(after, count));

    /// <inheritdoc/>
    ValueTask<BlockView?> ILedgerBrowser.FindBlockAsync(int number, CancellationToken cancellation) => new(FindBlock(number));

    /// <inheritdoc/>
    ValueTask<IReadOnlyList<TransactionView>> ILedgerBrowser.GetTransactionsAsync(long after, int count, CancellationToken cancellation) =>
        new(Transactions(after, count));

    /// <inheritdoc/>
    ValueTask<TransactionView?> ILedgerBrowser.FindTransactionAsync(long sequence, CancellationToken cancellation) => new(FindTransaction(sequence));

    /// <inheritdoc/>
    ValueTask<IReadOnlyList<TransactionView>> ILedgerBrowser.GetTransactionsOfAsync(
        LedgerClient.Identifiers.DoctorId account, int count, CancellationToken cancellation) => new(TransactionsOf(account, count));

    /// <inheritdoc/>
    ValueTask<TransactionVerdict?> ILedgerBrowser.ValidateAsync(long sequence, CancellationToken cancellation) => new(Validate(sequence));

    /// <inheritdoc/>
    async ValueTask<LedgerProof?> ILedgerBrowser.ProveAsync(string chain, long index, CancellationToken cancellation) =>
        await ProveAsync(chain, index, cancellation).ConfigureAwait(false);

    private static IEnumerable<BlockView> Blocks(LedgerReader reader)
    {
        long closed = 0;
        var number = 0;
        foreach (var signed in reader.Checkpoints())
        {
            var checkpoint = Checkpoint.Parse(signed.Text);
            yield return new BlockView(
                ++number, checkpoint.Time, closed + 1, checkpoint.Entries, Convert.ToHexStringLower(checkpoint.Root), CheckpointNote.Write(signed));
            closed = checkpoint.Entries;
        }
    }

    private static TransactionView View(LedgerReader reader, StoredEntry entry)
    {
        var header = entry.Header;
        return new TransactionView(
            entry.Sequence, header.Chain, header.Index, header.Kind, header.Time, header.Writer, Convert.ToHexStringLower(entry.Hash),
            Hex(header.Previous), Hex(header.Supersedes), header.Sealing != Sealing.None, Convert.ToBase64String(reader.Signature(entry)),
            header.Sealing == Sealing.None ? Json(entry.Stored) : null);
    }

    private static string? Hex(byte[] bytes) => bytes.Length == 0 ? null : Convert.ToHexStringLower(bytes);

    private static JsonElement? Json(byte[] stored)
    {
        try
        {
            return JsonElement.Parse(stored);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
