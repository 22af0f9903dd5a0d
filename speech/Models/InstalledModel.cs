namespace VoiceMed.Speech.Models;

/// <summary>A model on this machine.</summary>
/// <param name="Id">Its name: the folder's.</param>
/// <param name="Directory">Its folder, absolute.</param>
/// <param name="Source">Where it was found.</param>
/// <param name="Entry">What the catalogue says of it; <see langword="null"/> for a model the catalogue does not know.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Language"><c>ru</c> or <c>en</c>, from the catalogue or the folder's name; <see langword="null"/> when neither tells.</param>
public sealed record InstalledModel(string Id, string Directory, ModelSource Source, ModelEntry? Entry, ModelKind Kind, string? Language);
