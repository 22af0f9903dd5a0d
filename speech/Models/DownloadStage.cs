namespace VoiceMed.Speech.Models;

/// <summary>The stages of installing a model.</summary>
public enum DownloadStage
{
    /// <summary>Fetching the archive.</summary>
    Downloading,

    /// <summary>Comparing the archive with its hash.</summary>
    Verifying,

    /// <summary>Unpacking the archive.</summary>
    Unpacking,
}
