using System.Text.Json;

namespace VoiceMed.Speech.Models;

/// <summary>What is known of the files of a model: from the receipt of its installation, or from the catalogue beside it.</summary>
internal static class ModelHashes
{
    private static readonly Dictionary<string, string> Unknown = [];

    /// <summary>SHA-256 (lower-case hexadecimal) by file, paths with forward slashes; empty when nothing is known.</summary>
    internal static IReadOnlyDictionary<string, string> Of(string directory) =>
        ModelReceipt.Read(directory)?.Files ?? FromCatalog(Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory))) ?? Unknown;

    private static IReadOnlyDictionary<string, string>? FromCatalog(string directory)
    {
        var path = Path.Combine(Path.GetDirectoryName(directory) ?? "", ModelCatalog.FileName);
        try
        {
            return File.Exists(path) ? ModelCatalog.ReadEntries(path).FirstOrDefault(entry => entry.Id == Path.GetFileName(directory))?.Files : null;
        }
        catch (JsonException)
        {
            // The catalogue's own damage is reported where the catalogue is read.
            return null;
        }
    }
}
