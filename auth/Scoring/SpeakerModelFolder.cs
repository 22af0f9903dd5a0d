using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VoiceMed.Auth.Scoring;

/// <summary>
/// The folder of a speaker model: <c>model.json</c> (what it is, SHA-256 of each system, calibration) and one <c>.vmss</c> file a system.
/// </summary>
internal static class SpeakerModelFolder
{
    public const string DescriptionFile = "model.json";
    private const int MaxSystemBytes = 256 << 20;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static SpeakerModel Read(string directory) => Attempt(directory, () =>
    {
        ArgumentNullException.ThrowIfNull(directory);
        var description = ReadDescription(directory);
        var systems = description.Systems.Select(s => ReadSystem(directory, s)).ToArray();
        return systems.Length == 0
            ? throw new InvalidDataException($"{DescriptionFile} names no systems")
            : new SpeakerModel(Identify(description), systems, description.Calibration) { Fusion = description.Fusion };
    });

    public static void WriteCalibration(string directory, Calibration calibration) => Attempt(directory, () =>
    {
        WriteDescription(directory, ReadDescription(directory) with { Calibration = calibration });
        return true;
    });

    public static void WriteFusion(string directory, EmbeddingFusion fusion) => Attempt(directory, () =>
    {
        WriteDescription(directory, ReadDescription(directory) with { Fusion = fusion });
        return true;
    });

    public static void Write(string directory, string name, string training, SpeakerModel model)
    {
        Directory.CreateDirectory(directory);
        var systems = new List<SpeakerSystemDescription>();
        foreach (var system in model.Systems)
        {
            using var packed = new MemoryStream();
            using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            {
                SpeakerSystemFormat.Write(brotli, system);
            }

            var file = system.Name + ".vmss";
            File.WriteAllBytes(Path.Combine(directory, file), packed.ToArray());
            systems.Add(new SpeakerSystemDescription(system.Name, file, Convert.ToHexStringLower(SHA256.HashData(packed.ToArray()))));
        }

        WriteDescription(directory, new SpeakerModelDescription(name, training, systems, model.Calibration));
    }

    private static SpeakerModelDescription ReadDescription(string directory) =>
        JsonSerializer.Deserialize<SpeakerModelDescription>(File.ReadAllBytes(Path.Combine(directory, DescriptionFile)), Json)
        ?? throw new InvalidDataException($"{DescriptionFile} is empty");

    private static void WriteDescription(string directory, SpeakerModelDescription description) =>
        File.WriteAllText(Path.Combine(directory, DescriptionFile), JsonSerializer.Serialize(description, Json) + "\n");

    private static T Attempt<T>(string directory, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or ArgumentException or OverflowException or EndOfStreamException)
        {
            throw new SpeakerModelException($"The speaker model in '{directory}' is damaged ({e.Message}): install it again.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SpeakerModelException(
                $"The speaker model in '{directory}' cannot be read ({e.Message}): install it again or name another folder.", e);
        }
    }

    /// <summary>The identity changes with any parameter a template depends on, and not with the calibration.</summary>
    private static string Identify(SpeakerModelDescription description)
    {
        var digests = string.Join('\n', description.Systems.Select(s => s.Sha256));
        var digest = SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(digests));
        return $"{description.Name}/{Convert.ToHexStringLower(digest.AsSpan(0, 6))}";
    }

    private static GaussianSystemParameters ReadSystem(string directory, SpeakerSystemDescription description)
    {
        if (description.File != Path.GetFileName(description.File))
        {
            throw new InvalidDataException($"{DescriptionFile} names a file outside the folder");
        }

        var bytes = File.ReadAllBytes(Path.Combine(directory, description.File));
        if (!Convert.ToHexStringLower(SHA256.HashData(bytes)).Equals(description.Sha256, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{description.File} does not have the SHA-256 {DescriptionFile} states");
        }

        using var brotli = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var content = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int count; (count = brotli.Read(buffer)) > 0;)
        {
            content.Write(buffer, 0, count);
            if (content.Length > MaxSystemBytes)
            {
                throw new InvalidDataException($"{description.File} unpacks to more than {MaxSystemBytes >> 20} MB");
            }
        }

        content.Position = 0;
        return SpeakerSystemFormat.Read(content);
    }
}
