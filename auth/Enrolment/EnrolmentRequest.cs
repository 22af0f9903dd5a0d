namespace VoiceMed.Auth.Enrolment;

/// <summary>Who is to be enrolled, on what consent. Immutable.</summary>
public sealed record EnrolmentRequest
{
    private const int LongestId = 64;

    /// <summary>The doctor's identifier; see <see cref="IsDoctorId"/>.</summary>
    public required string Doctor { get; init; }

    /// <summary>Name as shown; <see langword="null"/> for the identifier.</summary>
    public string? Name { get; init; }

    /// <summary>Role in the policy. Default <c>doctor</c>.</summary>
    public string Role { get; init; } = "doctor";

    /// <summary>Ward; empty (default) for the whole house.</summary>
    public string Ward { get; init; } = "";

    /// <summary>Day of the written consent.</summary>
    public required DateOnly ConsentedOn { get; init; }

    /// <summary>Whether a text can identify a doctor: 1 to 64 letters, digits, dots, hyphens and underscores.</summary>
    public static bool IsDoctorId(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length is > 0 and <= LongestId && text.All(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_');
    }
}
