namespace VoiceMed.Assistant.Admin;

/// <summary>One model of the catalogue.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Kind"><c>recognition</c> or <c>speaker</c>.</param>
/// <param name="Language"><c>ru</c>, <c>en</c> or null.</param>
/// <param name="Summary">What it is.</param>
/// <param name="Licence">Its licence.</param>
/// <param name="Bytes">The download's size.</param>
/// <param name="Installed">True when it is on the disk.</param>
/// <param name="Downloadable">True when it can be installed from here.</param>
/// <param name="Progress">Share of a running installation, 0 to 1; null when none runs.</param>
/// <param name="Problem">Why the last installation failed, or null.</param>
public sealed record ModelStatus(
    string Id, string Kind, string? Language, string Summary, string Licence, long Bytes, bool Installed, bool Downloadable, double? Progress, string? Problem);
