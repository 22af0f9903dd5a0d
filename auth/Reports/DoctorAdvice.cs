namespace VoiceMed.Auth.Reports;

/// <summary>What to do about a doctor's voiceprint.</summary>
public enum DoctorAdvice
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Somewhat often rejected: look again in a month.</summary>
    Watch,

    /// <summary>Too often rejected: enrol again, with the device used at the bedside.</summary>
    EnrolAgain,

    /// <summary>Others pass for this doctor: ask for a second factor more often.</summary>
    Confusable,
}
