using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;
using VoiceMed.LedgerClient.Serialization;

namespace VoiceMed.LedgerClient.Fabric.Clinical;

/// <content>What hospitals write, and how they are admitted.</content>
public sealed partial class FabricLedger
{
    /// <summary>The largest document, in bytes.</summary>
    public const int MaxDocumentBytes = 64 * 1024 * 1024;

    /// <inheritdoc/>
    public ValueTask<AppendReceipt> AppendAsync(LedgerRecord entry, WriteContext write, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(write);
        return entry switch
        {
            DocumentInfo => throw new ArgumentException("A document is appended together with its content.", nameof(entry)),
            AccessRecord or EmergencyAccess => throw new LedgerRejectedException(
                "record.not-writable", "The ledger itself writes accesses and emergency accesses; nobody hands them in."),
            _ => WriteAsync(entry, write, cancellation),
        };
    }

    /// <inheritdoc/>
    public async ValueTask<AppendReceipt> AppendDocumentAsync(
        DocumentInfo document, ReadOnlyMemory<byte> content, WriteContext write, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(write);
        return await WriteAsync(await SealAsync(document, content, cancellation).ConfigureAwait(false), write, cancellation).ConfigureAwait(false);
    }

    /// <summary>Admits a hospital to the channel, or changes its description. It writes through this connection's organisation from then on.</summary>
    /// <param name="hospital">The hospital.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Ends when it is committed.</returns>
    /// <exception cref="LedgerRejectedException">It belongs to another organisation: code <c>hospital.other-organisation</c>.</exception>
    public async ValueTask AdmitHospitalAsync(Hospital hospital, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(hospital);
        await contract.SubmitAsync("admitHospital", cancellation, Json(hospital)).ConfigureAwait(false);
    }

    /// <summary>Opens an account or changes its status.</summary>
    /// <param name="account">The account.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Ends when it is committed.</returns>
    /// <exception cref="LedgerRejectedException">The hospital is another organisation's, or the account was revoked.</exception>
    public async ValueTask SetAccountAsync(FabricAccount account, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(account);
        await contract.SubmitAsync("setAccount", cancellation, Json(account)).ConfigureAwait(false);
    }

    /// <summary>States how much of a resource a hospital holds.</summary>
    /// <param name="level">The level.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Ends when it is committed.</returns>
    public async ValueTask SetStockAsync(StockLevel level, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(level);
        await contract.SubmitAsync("setStock", cancellation, Json(level)).ConfigureAwait(false);
    }

    // First the vault: a commitment without its document would be a broken promise, a document nobody committed to is only a file.
    private async ValueTask<DocumentInfo> SealAsync(DocumentInfo document, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        if (content.Length > MaxDocumentBytes)
            throw new LedgerRejectedException("document.too-large", $"A document has at most {MaxDocumentBytes} bytes; this one has {content.Length}.");
        var commitment = DocumentVault.Commit(vault.CommitmentKey(document.Patient, document.Id), content.Span);
        var whole = document with { Size = content.Length, Commitment = commitment, Entry = null };
        await vault.SealAsync(whole, content, cancellation).ConfigureAwait(false);
        return whole;
    }

    private static string Body(LedgerRecord entry) => System.Text.Encoding.UTF8.GetString(RecordJson.Encode(entry));

    private async ValueTask<AppendReceipt> WriteAsync(LedgerRecord entry, WriteContext write, CancellationToken cancellation)
    {
        var (written, status) = await contract.SubmitAsync<WrittenEntry>(
            "append", cancellation, Body(entry), write.Hospital.Value, write.IdempotencyKey, write.Supersedes?.Hash ?? "").ConfigureAwait(false);
        return await places.ReceiptAsync(written, status, cancellation).ConfigureAwait(false);
    }
}
