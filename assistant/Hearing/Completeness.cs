namespace VoiceMed.Assistant.Hearing;

/// <summary>Whether words heard so far make a question.</summary>
public enum Completeness
{
    /// <summary>Nothing can be said yet.</summary>
    Unknown,

    /// <summary>They begin a question and miss something.</summary>
    Begun,

    /// <summary>They make a whole question.</summary>
    Whole,
}
