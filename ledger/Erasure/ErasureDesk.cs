using System.Text.Json;
using NodaTime;
using VoiceMed.Ledger.Governance;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Serialization;

namespace VoiceMed.Ledger.Erasure;

/// <summary>
/// Erases a patient's content by destroying the patient's key: every copy of the file becomes unreadable at once, and the chain
/// stays provable. The retention rule is checked first, because the law often forbids to erase. Thread-safe.
/// </summary>
/// <remarks>
/// The tombstone is durable before the key is destroyed; a crash between the two is made good at the next opening. What
/// queries know of the content, the times of the facts, goes with it. The audit stays: who looked is not the patient's to erase.
/// </remarks>
public sealed class ErasureDesk
{
    private readonly LedgerStore _store;
    private readonly RegistryView _registry;
    private readonly Action<PatientId> _forget;

    internal ErasureDesk(LedgerStore store, RegistryView registry, Action<PatientId> forget)
    {
        (_store, _registry, _forget) = (store, registry, forget);
        foreach (var chain in store.Read(static reader => Unfinished(reader)))
        {
            store.ContentKeys.Destroy(chain);
        }
    }

    /// <summary>The day from which the patient's record may be erased: the newest fact in it and the retention period.</summary>
    /// <exception cref="LedgerRejectedException">The ledger has no such patient: <c>patient.unknown</c>.</exception>
    public LocalDate RetainedUntil(PatientId patient) => _store.Read(reader => RetainedUntil(reader, patient));

    /// <summary>Erases a patient's content. Twice is as good as once.</summary>
    /// <param name="patient">The patient.</param>
    /// <param name="hospital">The hospital that answers for it; its manager's key signs the tombstone.</param>
    /// <param name="basis">Why, for example <c>retention-over</c>; no personal data.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="LedgerRejectedException"><c>retention.not-over</c>, <c>patient.unknown</c>, <c>hospital.unknown</c>, <c>key.revoked</c>.</exception>
    public async ValueTask<AppendReceipt> EraseAsync(PatientId patient, HospitalId hospital, string basis, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(basis);
        var chain = ChainName.Patient(patient);
        var writer = _registry.Current.SigningKeyOf(hospital);
        var receipt = await _store.TransactAsync(
            transaction =>
            {
                if (transaction.Query(chain, Tombstone.Kind) is [var before, ..])
                {
                    return new AppendReceipt(before.Reference, Duplicate: true);
                }

                var until = RetainedUntil(transaction, patient);
                if (transaction.Now.InUtc().Date < until)
                {
                    throw new LedgerRejectedException("retention.not-over", $"The law keeps this record until {until:R}; it may not be erased before.", "law.retention");
                }

                // First, so that the tombstone keeps its own time.
                transaction.ForgetFacts(chain);
                foreach (var stream in transaction.Chains(ChainName.StreamPrefix(patient)))
                {
                    transaction.ForgetFacts(stream);
                }

                return transaction.Append(new EntryDraft
                {
                    Chain = chain,
                    Kind = Tombstone.Kind,
                    Writer = writer,
                    InClear = true,
                    Payload = JsonSerializer.SerializeToUtf8Bytes(new Tombstone(basis, transaction.Now), RecordJson.Options),
                });
            },
            cancellation).ConfigureAwait(false);
        _store.ContentKeys.Destroy(chain);
        _forget(patient);
        return receipt;
    }

    private static List<string> Unfinished(LedgerReader reader) =>
    [
        .. reader.WithLabel(Tombstone.Label).Select(static entry => entry.Header.Chain).Where(chain => !reader.Keys.IsDestroyed(chain)),
    ];

    private LocalDate RetainedUntil(LedgerReader reader, PatientId patient)
    {
        var newest = reader.NewestFact(ChainName.Patient(patient))
            ?? throw new LedgerRejectedException("patient.unknown", "The ledger has no such patient.");
        return newest.InUtc().Date.PlusYears(_store.Options.RetentionYears);
    }
}
