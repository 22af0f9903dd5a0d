namespace VoiceMed.Nlu.Packs;

/// <summary>How bad a <see cref="PackMessage"/> is.</summary>
public enum PackMessageSeverity
{
    /// <summary>The file is set aside; its last good version stays in force.</summary>
    Error,

    /// <summary>The file is used.</summary>
    Warning,
}
