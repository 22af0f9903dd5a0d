using NodaTime;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Access;

/// <summary>
/// Finds patients by name. Names are sealed in the file; readable they are in memory only, and only while nothing was erased
/// since. Thread-safe.
/// </summary>
internal sealed class PatientDirectory
{
    private volatile Directory? _kept;

    /// <summary>Patients whose name has a word that begins with each word asked for, in any order; no word asked for matches all.</summary>
    public IReadOnlyList<Found<Patient>> Find(LedgerReader reader, string? name, LocalDate? birthDate)
    {
        var newest = reader.NewestOf(EntryProjection.PatientsLabel);
        var directory = _kept;
        if (directory is null || directory.Newest != newest)
        {
            _kept = directory = new Directory(newest, Load(reader));
        }

        var asked = Words(name);
        return
        [
            .. directory.All.Where(entry => !reader.Keys.IsDestroyed(entry.Patient.Entry.Header.Chain)
                    && (birthDate is null || entry.Patient.Record.BirthDate == birthDate)
                    && asked.All(word => entry.Words.Any(own => own.StartsWith(word, StringComparison.Ordinal))))
                .Select(static entry => entry.Patient),
        ];
    }

    /// <summary>Forgets all names, after a patient was erased.</summary>
    public void Forget() => _kept = null;

    private static List<(Found<Patient> Patient, string[] Words)> Load(LedgerReader reader) =>
    [
        .. reader.WithLabel(EntryProjection.PatientsLabel)
            .Select(static entry => entry.Header.Chain)
            .Distinct()
            .Where(chain => !reader.Keys.IsDestroyed(chain))
            .Select(chain => RecordReader.Patient(reader, new PatientId(chain["patient/".Length..])))
            .OfType<Found<Patient>>()
            .Select(static found => (found, Words($"{found.Record.Name.Ru} {found.Record.Name.En}"))),
    ];

    private static string[] Words(string? text) => (text ?? string.Empty)
        .ToLowerInvariant()
        .Replace('ё', 'е')
        .Split([' ', '\t', ',', '.', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The names as of the newest patient's record.</summary>
    private sealed record Directory(long Newest, IReadOnlyList<(Found<Patient> Patient, string[] Words)> All);
}
