namespace VoiceMed.Ledger.Import;

/// <summary>A file of an import folder that was dealt with.</summary>
/// <param name="Name">Its name as it was dropped.</param>
/// <param name="MovedTo">Where it lies now, relative to the folder.</param>
/// <param name="Report">What became of its resources.</param>
public sealed record ImportedFile(string Name, string MovedTo, ImportReport Report);
