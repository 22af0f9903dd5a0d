using System.Text.Json;

namespace VoiceMed.Speech.Models;

/// <summary>
/// What was installed, written beside the model's files: most makers publish no hash, so that later damage can only be found
/// by what arrived.
/// </summary>
internal sealed record ModelReceipt(string Id, Uri Url, string Sha256, IReadOnlyDictionary<string, string> Files)
{
    private const string FileName = "voicemed-receipt.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    internal static ModelReceipt? Read(string directory)
    {
        var path = Path.Combine(directory, FileName);
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<ModelReceipt>(File.ReadAllBytes(path), Json) : null;
        }
        catch (JsonException)
        {
            // As good as none: the model is then checked by its layout only.
            return null;
        }
    }

    internal void Write(string directory) =>
        File.WriteAllBytes(Path.Combine(directory, FileName), JsonSerializer.SerializeToUtf8Bytes(this, Json));
}
