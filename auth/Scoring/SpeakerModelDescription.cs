namespace VoiceMed.Auth.Scoring;

/// <summary>The content of <c>model.json</c>.</summary>
internal sealed record SpeakerModelDescription(
    string Name, string Training, IReadOnlyList<SpeakerSystemDescription> Systems, Calibration Calibration, EmbeddingFusion? Fusion = null);

/// <summary>One system's file.</summary>
internal sealed record SpeakerSystemDescription(string Name, string File, string Sha256);
