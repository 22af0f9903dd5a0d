namespace VoiceMed.Assistant.Authorising;

/// <summary>The policy's answer.</summary>
public enum GateVerdict
{
    /// <summary>Yes.</summary>
    Allow,

    /// <summary>Not yet: digits, or another factor, would complete the trust.</summary>
    Challenge,

    /// <summary>No.</summary>
    Refuse,
}
