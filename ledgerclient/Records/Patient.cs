using NodaTime;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.LedgerClient.Records;

/// <summary>Who the patient is. Two identifiers, name and birth date, confirm a patient before anything is shown.</summary>
public sealed record Patient : LedgerRecord
{
    /// <summary>Family name, first name, patronymic or middle name, in that order.</summary>
    public required BilingualText Name { get; init; }

    /// <summary>The date of birth.</summary>
    public required LocalDate BirthDate { get; init; }

    /// <summary><c>female</c>, <c>male</c>, or null when not recorded.</summary>
    public string? Sex { get; init; }

    /// <summary>The hospital the patient lies in now, or null.</summary>
    public HospitalId? Ward { get; init; }

    /// <summary>The bed, for example <c>3-2</c> (ward 3, bed 2). A bed preselects; it never identifies.</summary>
    public string? Bed { get; init; }
}
