namespace VoiceMed.Speech.Models;

/// <summary>How far the installation of a model has come.</summary>
/// <param name="Stage">What is being done.</param>
/// <param name="Done">Bytes done in this stage.</param>
/// <param name="Total">Bytes in all; <see langword="null"/> when not known.</param>
public sealed record DownloadProgress(DownloadStage Stage, long Done, long? Total);
