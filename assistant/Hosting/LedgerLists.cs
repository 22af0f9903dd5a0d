using VoiceMed.LedgerClient.Records;
using VoiceMed.Nlu.Packs.Lists;

namespace VoiceMed.Assistant.Hosting;

/// <summary>The ledger's hospitals and patients as the packs' dynamic lists. Replaced whole; thread-safe.</summary>
public sealed class LedgerLists : IDynamicListSource
{
    private volatile Dictionary<(string List, string Language), IReadOnlyList<DynamicListValue>> _values = [];

    /// <inheritdoc/>
    public IReadOnlyList<DynamicListValue>? Values(string list, string language) => _values.GetValueOrDefault((list, language));

    /// <summary>Takes hospitals and patients anew.</summary>
    /// <returns>Whether any list is another one now.</returns>
    public bool Replace(IReadOnlyList<Hospital> hospitals, IReadOnlyList<Patient> patients)
    {
        var values = new Dictionary<(string, string), IReadOnlyList<DynamicListValue>>();
        foreach (var language in new[] { "ru", "en" })
        {
            values[("hospital", language)] = [.. hospitals.Select(hospital => new DynamicListValue(hospital.Id.Value, Forms(hospital, language)))];
            values[("person", language)] =
            [
                .. patients.Where(patient => patient.Name.In(language).Length > 0)
                    .Select(patient => new DynamicListValue(patient.Patient.Value, NamesOf(patient.Name.In(language)))),
            ];
        }

        if (values.Count == _values.Count && values.All(list => Same(list.Value, _values[list.Key])))
        {
            return false;
        }

        _values = values;
        return true;
    }

    private static bool Same(IReadOnlyList<DynamicListValue> one, IReadOnlyList<DynamicListValue> other) =>
        one.Count == other.Count && one.Zip(other).All(static pair => pair.First.Value == pair.Second.Value && pair.First.Forms.SequenceEqual(pair.Second.Forms));

    // The ledger writes the family name first; people say either order, with or without the middle name.
    private static IReadOnlyList<string> NamesOf(string name) => name.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [var family, var given] => [name, $"{given} {family}"],
        [var family, var given, var middle] => [name, $"{given} {middle} {family}", $"{family} {given}", $"{given} {family}"],
        _ => [name],
    };

    private static IReadOnlyList<string> Forms(Hospital hospital, string language) =>
        [.. hospital.Aliases.Prepend(hospital.Name).Select(name => name.In(language)).Where(name => name.Length > 0).Distinct()];
}
