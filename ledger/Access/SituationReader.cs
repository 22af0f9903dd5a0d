using System.Collections.Concurrent;
using NodaTime;
using VoiceMed.Ledger.Consents;
using VoiceMed.Ledger.Emergencies;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Access;

/// <summary>
/// What access to a patient depends on. It is kept in memory while the patient's chain does not grow, and never after the
/// patient was erased. Thread-safe.
/// </summary>
internal sealed class SituationReader
{
    private const int MostKept = 4096;

    private readonly ConcurrentDictionary<PatientId, (long Length, PatientSituation Situation)> _kept = new();

    /// <summary>The situation, or null when the ledger has no such patient.</summary>
    public PatientSituation? Read(LedgerReader reader, PatientId patient, Instant now)
    {
        var chain = ChainName.Patient(patient);
        if (reader.Keys.IsDestroyed(chain))
        {
            _kept.TryRemove(patient, out _);
            return new PatientSituation { Erased = true };
        }

        var length = reader.Length(chain);
        if (!_kept.TryGetValue(patient, out var kept) || kept.Length != length)
        {
            if (RecordReader.Patient(reader, patient) is not { } identity)
            {
                return null;
            }

            kept = (length, new PatientSituation
            {
                Ward = identity.Record.Ward,
                Consents = [.. RecordReader.Query<Consent>(reader, chain, "consent").Select(static found => found.Record)],
                Visits = [.. RecordReader.Query<HospitalVisit>(reader, chain, "visit").Select(static found => found.Record)],
            });
            if (_kept.Count >= MostKept)
            {
                _kept.Clear();
            }

            _kept[patient] = kept;
        }

        return kept.Situation with { Emergencies = EmergencyDesk.MayBeOpen(reader, patient, now) };
    }

    /// <summary>Forgets a patient at once.</summary>
    public void Forget(PatientId patient) => _kept.TryRemove(patient, out _);
}
