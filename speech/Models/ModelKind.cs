namespace VoiceMed.Speech.Models;

/// <summary>What a model is for.</summary>
public enum ModelKind
{
    /// <summary>Turning speech into words.</summary>
    Recognition,

    /// <summary>Telling speakers apart (x-vectors).</summary>
    Speaker,
}
