using System.Text.Json;
using NodaTime;
using VoiceMed.Ledger.Governance;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Erasure;
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
public sealed class ErasureDesk : IErasureDesk
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

    /// <inheritdoc/>
    public ValueTask<LocalDate> GetRetainedUntilAsync(PatientId patient, CancellationToken cancellation = default) => new(_store.Read(reader =>
        reader.Query(ChainName.Patient(patient), Tombstone.Kind).Count > 0
            ? throw new LedgerRejectedException("patient.erased", "The patient's record was erased already.", "law.erased")
            : RetainedUntil(reader, patient)));

    /// <inheritdoc/>
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

                RequireConcerned(transaction, patient, hospital);

                // First, so that the tombstone keeps its own time.
                foreach (var one in ChainsOf(transaction, patient))
                {
                    transaction.ForgetFacts(one);
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

    // The patient's own and those of the devices.
    private static IReadOnlyList<string> ChainsOf(LedgerReader reader, PatientId patient) =>
        [ChainName.Patient(patient), .. reader.Chains(ChainName.StreamPrefix(patient))];

    // What others wrote is not a hospital's to erase, unless none of those is left in the channel.
    private void RequireConcerned(LedgerReader reader, PatientId patient, HospitalId hospital)
    {
        var registry = _registry.Current;
        var members = registry.Hospitals.Select(static member => member.Id).ToHashSet();
        var wrote = ChainsOf(reader, patient)
            .SelectMany(chain => reader.Walk(chain)).Select(entry => registry.Keys.GetValueOrDefault(entry.Header.Writer)?.Hospital)
            .OfType<HospitalId>().Where(members.Contains).ToHashSet();
        if (wrote.Count > 0 && !wrote.Contains(hospital))
        {
            throw new LedgerRejectedException(
                "erasure.hospital", $"The hospital '{hospital}' wrote nothing about this patient; one that did has to answer for the erasure.", "law.erasure");
        }
    }

    private LocalDate RetainedUntil(LedgerReader reader, PatientId patient)
    {
        var chain = ChainName.Patient(patient);
        var newest = reader.NewestFact(chain) ?? throw new LedgerRejectedException("patient.unknown", "The ledger has no such patient.");
        foreach (var stream in reader.Chains(ChainName.StreamPrefix(patient)))
        {
            newest = reader.NewestFact(stream) is { } measured && measured > newest ? measured : newest;
        }

        return newest.InUtc().Date.PlusYears(_store.Options.RetentionYears);
    }
}
