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
    private volatile IReadOnlyList<(Found<Patient> Patient, string[] Words)>? _all;

    /// <summary>Patients whose name has a word that begins with each word asked for, in any order; no word asked for matches all.</summary>
    public IReadOnlyList<Found<Patient>> Find(LedgerReader reader, string? name, LocalDate? birthDate)
    {
        var all = _all ??= Load(reader);
        var asked = Words(name);
        return
        [
            .. all.Where(entry => !reader.Keys.IsDestroyed(entry.Patient.Entry.Header.Chain)
                    && (birthDate is null || entry.Patient.Record.BirthDate == birthDate)
                    && asked.All(word => entry.Words.Any(own => own.StartsWith(word, StringComparison.Ordinal))))
                .Select(static entry => entry.Patient),
        ];
    }

    /// <summary>Forgets all names, after a patient came, changed or was erased.</summary>
    public void Forget() => _all = null;

    private static List<(Found<Patient> Patient, string[] Words)> Load(LedgerReader reader) =>
    [
        .. reader.Chains("patient/")
            .Where(chain => chain.IndexOf('/', "patient/".Length) < 0 && !reader.Keys.IsDestroyed(chain))
            .Select(chain => RecordReader.Patient(reader, new PatientId(chain["patient/".Length..])))
            .OfType<Found<Patient>>()
            .Select(static found => (found, Words($"{found.Record.Name.Ru} {found.Record.Name.En}"))),
    ];

    private static string[] Words(string? text) => (text ?? string.Empty)
        .ToLowerInvariant()
        .Replace('ё', 'е')
        .Split([' ', '\t', ',', '.', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
}
