using VoiceMed.Ledger.Access;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Audit;

/// <summary>Reads the audit for those who run the machine and hold its keys; doctors ask <see cref="LedgerClient.IClinicalLedger.GetAccessHistoryAsync"/>.</summary>
public static class AuditReader
{
    /// <summary>Accesses, newest first.</summary>
    /// <param name="store">The ledger.</param>
    /// <param name="patient">Only this patient; null for all, and for turns about no patient.</param>
    /// <param name="doctor">Only this doctor; null for all.</param>
    /// <param name="refusedOnly">True for refusals only.</param>
    /// <param name="count">At most so many; null for all.</param>
    /// <exception cref="LedgerRejectedException">The patient's identifier is none: code <c>identifier.invalid</c>.</exception>
    public static IReadOnlyList<AccessRecord> Read(LedgerStore store, string? patient, string? doctor, bool refusedOnly, int? count)
    {
        ArgumentNullException.ThrowIfNull(store);
        return store.Read<IReadOnlyList<AccessRecord>>(reader =>
        [
            .. (patient is null ? reader.Chains("audit/") : [ChainName.Audit(new PatientId(patient))])
                .SelectMany(chain => RecordReader.Query<AccessRecord>(reader, chain, "access"))
                .Where(found => (doctor is null || found.Record.Doctor?.Value == doctor) && (!refusedOnly || !found.Record.Granted))
                .OrderByDescending(static found => found.Entry.Sequence)
                .Take(count ?? int.MaxValue)
                .Select(static found => found.Record),
        ]);
    }
}
