namespace VoiceMed.Auth.Policy;

/// <summary>What is to be done with a request.</summary>
public enum Verdict
{
    /// <summary>Answer it.</summary>
    Allow,

    /// <summary>Ask for a second factor first.</summary>
    Challenge,

    /// <summary>Refuse it.</summary>
    Refuse,
}
