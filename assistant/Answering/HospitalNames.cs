using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Assistant.Answering;

/// <summary>The channel's hospitals and how people call them. Immutable and thread-safe.</summary>
/// <param name="All">The hospitals.</param>
public sealed record HospitalNames(IReadOnlyList<Hospital> All)
{
    /// <summary>The hospital's name in a language, or its identifier when it is unknown.</summary>
    public string NameOf(HospitalId id, string language) =>
        All.FirstOrDefault(hospital => hospital.Id == id)?.Name.In(language) ?? id.Value;

    /// <summary>
    /// Finds the hospital a slot names: by identifier, or by the number people call it by ("вторая больница").
    /// </summary>
    /// <param name="slot">A canonical slot value, for example <c>hospital-2</c> or <c>2</c>.</param>
    /// <returns>Null when no hospital is called so.</returns>
    public HospitalId? Find(string slot) =>
        All.FirstOrDefault(hospital => hospital.Id.Value == slot)?.Id
        ?? (int.TryParse(slot, out var number) ? All.FirstOrDefault(hospital => hospital.Number == number)?.Id : null);
}
