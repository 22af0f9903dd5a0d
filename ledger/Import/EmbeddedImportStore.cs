using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Import;

/// <summary>Imports into the embedded ledger: a step is a transaction of its file. Thread-safe.</summary>
internal sealed class EmbeddedImportStore(EmbeddedLedger ledger) : IImportStore
{
    private readonly PatientIdentities _identities = new(ledger.Store);
    private readonly RecordAppender _appender = new(ledger);

    /// <inheritdoc/>
    public int MostAtOnce => 1;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<Hospital>> GetHospitalsAsync(CancellationToken cancellation) => ledger.GetHospitalsAsync(cancellation);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<PatientId>> FindPatientsAsync(IdentityKey key, CancellationToken cancellation) => new(_identities.Find([key]));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<ImportOutcome>> AppendAsync(
        IReadOnlyList<ImportDraft> drafts, ImportSource source, Action<int> at, CancellationToken cancellation) =>
        ledger.Store.TransactAsync<IReadOnlyList<ImportOutcome>>(
            transaction =>
            {
                var outcomes = new ImportOutcome[drafts.Count];
                for (var index = 0; index < outcomes.Length; index++)
                {
                    at(index);
                    outcomes[index] = _appender.Append(transaction, drafts[index].Content, drafts[index].SourceKey, drafts[index].Keys, source);
                }

                return outcomes;
            },
            cancellation);
}
