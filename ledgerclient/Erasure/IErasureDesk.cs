using NodaTime;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.LedgerClient.Erasure;

/// <summary>
/// Erases a patient's content once the law no longer keeps it, whichever engine keeps the ledger: first the retention rule, then a
/// tombstone, then the patient's key is destroyed. Who looked is not the patient's to erase: the audit stays. Thread-safe.
/// </summary>
/// <remarks>Every call may throw <see cref="LedgerUnavailableException"/>.</remarks>
public interface IErasureDesk
{
    /// <summary>The day from which the patient's record may be erased: the newest fact in it and the retention period.</summary>
    /// <param name="patient">The patient.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The first day, UTC, on which the law no longer keeps it.</returns>
    /// <exception cref="LedgerRejectedException"><c>patient.unknown</c>; <c>patient.erased</c>: it was erased already.</exception>
    ValueTask<LocalDate> GetRetainedUntilAsync(PatientId patient, CancellationToken cancellation = default);

    /// <summary>Erases a patient's content. Twice is as good as once; a crash on the way is made good when the ledger is next opened.</summary>
    /// <param name="patient">The patient.</param>
    /// <param name="hospital">
    /// The hospital that answers for it, in whose name the tombstone is written: one that wrote about the patient, or any when none of those is
    /// left.
    /// </param>
    /// <param name="basis">Why, for example <c>retention-over</c>; no personal data.</param>
    /// <param name="cancellation">Ends the wait; the record may have been erased then.</param>
    /// <returns>Where the tombstone stands; a duplicate when the patient was erased before.</returns>
    /// <exception cref="LedgerRejectedException"><c>retention.not-over</c>, <c>patient.unknown</c>, <c>hospital.unknown</c>,
    /// <c>erasure.hospital</c>: it wrote nothing about the patient.</exception>
    ValueTask<AppendReceipt> EraseAsync(PatientId patient, HospitalId hospital, string basis, CancellationToken cancellation = default);
}
