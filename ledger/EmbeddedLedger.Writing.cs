using VoiceMed.Ledger.Access;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger;

/// <content>What hospitals write.</content>
public sealed partial class EmbeddedLedger
{
    /// <summary>The largest document, in bytes.</summary>
    public const int MaxDocumentSize = 64 * 1024 * 1024;

    /// <inheritdoc/>
    public ValueTask<AppendReceipt> AppendAsync(LedgerRecord entry, WriteContext write, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(write);
        return Store.TransactAsync(transaction => Append(transaction, entry, write), cancellation);
    }

    /// <summary>Appends an observation to one of the patient's parallel stream chains, so that a stream never blocks visits.</summary>
    /// <param name="observation">The observation.</param>
    /// <param name="stream">The stream, for example the device's identifier.</param>
    /// <param name="write">Who writes, and the idempotency key.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public ValueTask<AppendReceipt> AppendToStreamAsync(
        Observation observation, string stream, WriteContext write, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(observation);
        ArgumentNullException.ThrowIfNull(write);
        return Store.TransactAsync(transaction => AppendToStream(transaction, observation, stream, write), cancellation);
    }

    /// <inheritdoc/>
    public ValueTask<AppendReceipt> AppendDocumentAsync(
        DocumentInfo document, ReadOnlyMemory<byte> content, WriteContext write, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(write);
        return Store.TransactAsync(transaction => AppendDocument(transaction, document, content, write), cancellation);
    }

    /// <summary>As <see cref="AppendAsync"/>, within a step that appends more.</summary>
    internal AppendReceipt Append(LedgerTransaction transaction, LedgerRecord entry, WriteContext write) => entry switch
    {
        DocumentInfo => throw new ArgumentException("A document is appended together with its content.", nameof(entry)),
        AccessRecord or EmergencyAccess => throw new LedgerRejectedException(
            "record.not-writable", "The ledger itself writes accesses and emergency accesses; nobody hands them in."),
        _ => AppendTo(transaction, ChainName.Patient(entry.Patient), entry, write),
    };

    /// <summary>As <see cref="AppendToStreamAsync"/>, within a step that appends more.</summary>
    internal AppendReceipt AppendToStream(LedgerTransaction transaction, Observation observation, string stream, WriteContext write) =>
        AppendTo(transaction, ChainName.Stream(observation.Patient, stream), observation, write);

    /// <summary>As <see cref="AppendDocumentAsync"/>, within a step that appends more.</summary>
    internal AppendReceipt AppendDocument(LedgerTransaction transaction, DocumentInfo document, ReadOnlyMemory<byte> content, WriteContext write)
    {
        if (content.Length > MaxDocumentSize)
        {
            throw new LedgerRejectedException("document.too-large", $"A document has at most {MaxDocumentSize} bytes; this one has {content.Length}.");
        }

        RequireId(document);
        RequirePatient(transaction, document);
        transaction.Keys.GetOrCreate(ChainName.Patient(document.Patient));
        var key = DocumentKeys.CommitmentKey(transaction, document.Patient, new DocumentId(document.Id));
        var whole = document with { Size = content.Length, Commitment = DocumentKeys.Commit(key, content.Span), Entry = null };
        return transaction.Append(Draft(ChainName.Patient(document.Patient), whole, write) with
        {
            Attachment = content,
            AttachmentName = document.Id,
        });
    }

    private AppendReceipt AppendTo(LedgerTransaction transaction, string chain, LedgerRecord entry, WriteContext write)
    {
        RequireId(entry);
        RequirePatient(transaction, entry);
        return transaction.Append(Draft(chain, entry, write));
    }

    private EntryDraft Draft(string chain, LedgerRecord entry, WriteContext write)
    {
        if (string.IsNullOrWhiteSpace(write.IdempotencyKey))
        {
            throw new LedgerRejectedException("idempotency.missing", "An entry needs the source's own key, by which a second delivery is recognised.");
        }

        return EntryDraft.Of(entry, chain, Registry.Current.SigningKeyOf(write.Hospital)) with
        {
            IdempotencyKey = write.IdempotencyKey,
            Source = write.Hospital.Value,
            Supersedes = write.Supersedes,
        };
    }

    private static void RequireId(LedgerRecord entry)
    {
        if (string.IsNullOrWhiteSpace(entry.Id) || entry.Id.Length > 128)
        {
            throw new LedgerRejectedException("record.id", "A record's identifier has 1 to 128 characters.");
        }
    }

    private static void RequirePatient(LedgerReader reader, LedgerRecord entry)
    {
        var chain = ChainName.Patient(entry.Patient);
        if (reader.Keys.IsDestroyed(chain))
        {
            throw Keys.ContentKeys.Erased();
        }

        if (entry is not Patient && reader.Length(chain) == 0)
        {
            throw new LedgerRejectedException("patient.unknown", "The ledger has no such patient; append the patient's own record first.");
        }
    }
}
