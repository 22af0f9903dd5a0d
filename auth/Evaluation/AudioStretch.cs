namespace VoiceMed.Auth.Evaluation;

/// <summary>A stretch of a recording.</summary>
/// <param name="File">Path relative to the evaluation folder.</param>
/// <param name="Start">First second, inclusive.</param>
/// <param name="Duration">Length in seconds; a stretch beyond the end of the file is cut there.</param>
public sealed record AudioStretch(string File, double Start, double Duration);
