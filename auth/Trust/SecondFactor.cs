namespace VoiceMed.Auth.Trust;

/// <summary>What confirms a doctor besides the voice.</summary>
public enum SecondFactor
{
    /// <summary>Random digits spoken on request, words and voice both right.</summary>
    Challenge,

    /// <summary>A personal number typed on the screen.</summary>
    Pin,

    /// <summary>A badge held before the camera.</summary>
    Badge,
}
