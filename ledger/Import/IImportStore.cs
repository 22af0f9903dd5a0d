using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Import;

/// <summary>What an import needs of a ledger, whichever engine keeps it. Thread-safe.</summary>
internal interface IImportStore
{
    /// <summary>How many steps may usefully run at once.</summary>
    int MostAtOnce { get; }

    /// <summary>The hospitals of the channel.</summary>
    ValueTask<IReadOnlyList<Hospital>> GetHospitalsAsync(CancellationToken cancellation);

    /// <summary>The patients a key names: none, one, or, when sources contradict each other, several.</summary>
    ValueTask<IReadOnlyList<PatientId>> FindPatientsAsync(IdentityKey key, CancellationToken cancellation);

    /// <summary>
    /// Appends records as one step, all or none. What is there as it is stays; what the same source said otherwise is superseded.
    /// </summary>
    /// <param name="drafts">The records; patients before what refers to them.</param>
    /// <param name="source">Where they come from.</param>
    /// <param name="at">Told the draft that is being dealt with: when the step fails, the last one told is to blame.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>One outcome a draft.</returns>
    /// <exception cref="LedgerRejectedException">A draft cannot be taken.</exception>
    ValueTask<IReadOnlyList<ImportOutcome>> AppendAsync(
        IReadOnlyList<ImportDraft> drafts, ImportSource source, Action<int> at, CancellationToken cancellation);
}
