using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.LedgerClient.Records;

/// <summary>A hospital of the city: the organisation behind a writer's key.</summary>
/// <param name="Id">The hospital.</param>
/// <param name="Name">Its name as people say it, for example "Вторая городская больница" / "City Hospital No. 2".</param>
/// <param name="Number">The number people call it by ("вторая больница"), or null.</param>
/// <param name="Aliases">Other names people use.</param>
/// <param name="Departments">Canonical department names, for example <c>cardiology</c>.</param>
public sealed record Hospital(
    HospitalId Id,
    BilingualText Name,
    int? Number,
    IReadOnlyList<BilingualText> Aliases,
    IReadOnlyList<string> Departments);
