using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.LedgerClient.Fabric.Clinical;

/// <content>What the import of a hospital's own system has to know.</content>
public sealed partial class FabricLedger
{
    /// <summary>The patients that identifiers of other systems name: none, one, or, when they contradict each other, several.</summary>
    /// <param name="identifiers">The identifiers with their systems; only keyed digests of them leave this machine.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The patients.</returns>
    public async ValueTask<IReadOnlyList<PatientId>> FindNamedAsync(IEnumerable<string> identifiers, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(identifiers);
        return await importing.EvaluateAsync<IReadOnlyList<PatientId>>("named", cancellation, Json(identifiers.Select(vault.Digest))).ConfigureAwait(false);
    }

    /// <summary>Writes several records as one transaction: all of them, or none.</summary>
    /// <param name="parts">What is written; a patient before what is about the patient.</param>
    /// <param name="hospital">The hospital that says so.</param>
    /// <param name="cancellation">Ends the wait; the records may have been written then, and may be sent again.</param>
    /// <returns>Ends when it is committed.</returns>
    /// <exception cref="LedgerRejectedException">One of them cannot be written; <c>conflict</c>: an identifier names another patient.</exception>
    public async ValueTask AppendAllAsync(IReadOnlyList<FabricAppend> parts, HospitalId hospital, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.All(static part => part.IsEmpty)) return;
        await importing.SubmitAsync("appendAll", cancellation, await ArgumentsAsync(parts, hospital, cancellation).ConfigureAwait(false)).ConfigureAwait(false);
    }

    /// <summary>Which of several parts is to blame for their refusal: the first that is refused together with those before it. Writes nothing.</summary>
    /// <param name="parts">What <see cref="AppendAllAsync"/> refused.</param>
    /// <param name="hospital">The hospital that says so.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Its place in <paramref name="parts"/>, from 0; null when they are refused no more.</returns>
    public async ValueTask<int?> FindRefusedAsync(IReadOnlyList<FabricAppend> parts, HospitalId hospital, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var (taken, refused) = (0, parts.Count + 1); // so many parts are taken, so many refused; what lies between is not known
        while (refused - taken > 1)
        {
            var some = taken + ((refused - taken) / 2);
            try
            {
                var arguments = await ArgumentsAsync([.. parts.Take(some)], hospital, cancellation).ConfigureAwait(false);
                await importing.EvaluateAsync<IReadOnlyList<WrittenEntry>>("appendAll", cancellation, arguments).ConfigureAwait(false);
                taken = some;
            }
            catch (LedgerRejectedException)
            {
                refused = some;
            }
        }
        return refused > parts.Count ? null : refused - 1;
    }

    private async ValueTask<IEnumerable<string>> ArgumentsAsync(IReadOnlyList<FabricAppend> parts, HospitalId hospital, CancellationToken cancellation)
    {
        var items = new List<object>(parts.Count);
        foreach (var part in parts)
        {
            if (part.Record is null) continue;
            var record = part.Record is DocumentInfo document
                ? await SealAsync(document, part.Content, cancellation).ConfigureAwait(false)
                : part.Record;
            items.Add(new { body = Body(record), key = part.IdempotencyKey, supersedes = part.Supersedes ?? "" });
        }
        var claims = parts.Where(static part => part.Identifiers.Count > 0)
            .Select(part => new { patient = part.Patient, digests = part.Identifiers.Select(vault.Digest) }).ToArray();
        return [Json(items), Json(claims), hospital.Value];
    }

    /// <summary>What a hospital of this organisation delivered under a key; null when it delivered nothing.</summary>
    /// <param name="hospital">The hospital.</param>
    /// <param name="idempotencyKey">The key.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The record.</returns>
    public ValueTask<FabricDelivery<LedgerRecord>?> FindDeliveredAsync(HospitalId hospital, string idempotencyKey, CancellationToken cancellation = default) =>
        StoredAsync<LedgerRecord>("delivered", cancellation, hospital.Value, idempotencyKey);

    /// <summary>Who a patient is, for a hospital of this organisation that writes about them; null when nobody knows the patient.</summary>
    /// <param name="patient">The patient.</param>
    /// <param name="hospital">The hospital.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The newest record.</returns>
    public ValueTask<FabricDelivery<Patient>?> FindPatientAsync(PatientId patient, HospitalId hospital, CancellationToken cancellation = default) =>
        StoredAsync<Patient>("patient", cancellation, patient.Value, hospital.Value);

    /// <summary>True when a document with this content is what the channel's commitment stands for.</summary>
    /// <param name="document">The document as the channel holds it.</param>
    /// <param name="content">The content.</param>
    /// <returns>True when they belong together.</returns>
    public bool IsContentOf(DocumentInfo document, ReadOnlyMemory<byte> content)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Commitment == DocumentVault.Commit(vault.CommitmentKey(document.Patient, document.Id), content.Span);
    }

    private async ValueTask<FabricDelivery<T>?> StoredAsync<T>(string function, CancellationToken cancellation, params string[] arguments)
        where T : LedgerRecord
    {
        var found = await importing.EvaluateAsync<FoundRecord>(function, cancellation, arguments).ConfigureAwait(false);
        return found.Delivered is { } stored ? new FabricDelivery<T>((T)Decode<T>(stored.Body), stored.Transaction) : null;
    }
}
