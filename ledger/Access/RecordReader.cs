using System.Text.Json;
using NodaTime;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;
using VoiceMed.LedgerClient.Serialization;

namespace VoiceMed.Ledger.Access;

/// <summary>Reads records out of chains.</summary>
internal static class RecordReader
{
    /// <summary>The vital signs observations are filed by.</summary>
    public static IReadOnlyList<string> Vitals { get; } =
        ["pulse", "blood_pressure", "temperature", "saturation", "glucose", "respiration", "weight"];

    /// <summary>A chain's records of one filing that nothing supersedes, newest fact first.</summary>
    public static List<Found<T>> Query<T>(
        LedgerReader reader, string chain, string filing, Instant? from = null, Instant? until = null, int? count = null)
        where T : LedgerRecord =>
        [.. reader.Query(chain, filing, from, until, count).Select(entry => Open<T>(reader, entry))];

    /// <summary>The record an entry holds, with where it stands.</summary>
    /// <exception cref="LedgerTamperedException">The payload is not such a record: code <c>entry.damaged</c>.</exception>
    public static Found<T> Open<T>(LedgerReader reader, StoredEntry entry)
        where T : LedgerRecord
    {
        try
        {
            return RecordJson.Decode(reader.Open(entry)) is T record
                ? new Found<T>(entry, record with { Entry = entry.Reference })
                : throw new JsonException("It is of another kind.");
        }
        catch (JsonException e)
        {
            throw new LedgerTamperedException(
                "entry.damaged", $"{entry.Header.Chain} #{entry.Header.Index} does not hold the record its kind promises: {e.Message}", e);
        }
    }

    /// <summary>True when the ledger has, or had before it was erased, such a patient; false also for what can be no patient's identifier.</summary>
    public static bool IsKnown(LedgerReader reader, PatientId patient) =>
        ChainName.IsValid(patient.Value) && reader.Length(ChainName.Patient(patient)) > 0;

    /// <summary>Who the patient is, or null when the ledger has no such patient.</summary>
    public static Found<Patient>? Patient(LedgerReader reader, PatientId patient) =>
        Query<Patient>(reader, ChainName.Patient(patient), "patient", count: 1).FirstOrDefault();

    /// <summary>The patient's observations from all chains, newest first.</summary>
    /// <param name="reader">The ledger.</param>
    /// <param name="patient">The patient.</param>
    /// <param name="vital">Only this vital sign, or null for all.</param>
    /// <param name="from">The earliest, inclusive.</param>
    /// <param name="until">The latest, exclusive.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="total">How many there are beyond <paramref name="count"/>.</param>
    public static List<Found<Observation>> Observations(
        LedgerReader reader, PatientId patient, string? vital, Instant? from, Instant? until, int? count, out long total)
    {
        IReadOnlyList<string> chains = [ChainName.Patient(patient), .. reader.Chains(ChainName.StreamPrefix(patient))];
        var places =
            from chain in chains
            from filing in vital is null ? Vitals.Select(EntryProjection.FilingOf) : [EntryProjection.FilingOf(vital)]
            select (chain, filing);
        var all = new List<StoredEntry>();
        total = 0;
        foreach (var (chain, filing) in places)
        {
            total += reader.CountOf(chain, filing, from, until);
            all.AddRange(reader.Query(chain, filing, from, until, count));
        }

        return
        [
            .. all.Select(entry => Open<Observation>(reader, entry))
                .OrderByDescending(static found => found.Record.Time).ThenByDescending(static found => found.Entry.Sequence)
                .Take(count ?? int.MaxValue),
        ];
    }
}
