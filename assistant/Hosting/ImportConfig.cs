namespace VoiceMed.Assistant.Hosting;

/// <summary>A folder into which a hospital's own system drops FHIR files, one entry of <c>imports</c> in <c>voicemed.yaml</c>.</summary>
public sealed class ImportConfig
{
    /// <summary>The folder; <c>done</c> and <c>dead-letter</c> are made in it.</summary>
    public string Folder { get; init; } = string.Empty;

    /// <summary>The hospital whose records these are and whose key signs them.</summary>
    public string Hospital { get; init; } = string.Empty;

    /// <summary>The sending system's stable name. Default: the hospital's identifier.</summary>
    public string? Source { get; init; }

    /// <summary>Seconds between two looks, at least 1. Default: 30.</summary>
    public int EverySeconds { get; init; } = 30;
}
