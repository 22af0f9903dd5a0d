using System.Security.Cryptography;

namespace VoiceMed.Speech.Models;

/// <summary>Compares a model on the disk with what it should be.</summary>
public static class ModelCheck
{
    /// <summary>What is wrong with <paramref name="model"/>; empty when nothing is.</summary>
    /// <remarks>
    /// The layout always; each file's SHA-256 where the catalogue or the receipt of the installation knows it. Reads the whole
    /// model: seconds for a large one.
    /// </remarks>
    public static async Task<IReadOnlyList<string>> RunAsync(InstalledModel model, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        var problems = new List<string>();
        if (model.Kind == ModelKind.Recognition)
        {
            problems.AddRange(ModelFolder.Problems(model.Directory));
        }

        foreach (var (file, expected) in ModelHashes.Of(model.Directory))
        {
            var path = Path.Combine(model.Directory, file);
            if (!File.Exists(path))
            {
                problems.Add($"{file} is missing");
            }
            else if (await HashAsync(path, cancellationToken).ConfigureAwait(false) != expected)
            {
                problems.Add($"{file} was changed or damaged");
            }
        }

        return [.. problems.Distinct()];
    }

    /// <summary>Whether each file's hash is known, so that <see cref="RunAsync"/> finds any damage.</summary>
    public static bool IsVerifiable(InstalledModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return ModelHashes.Of(model.Directory).Count > 0;
    }

    internal static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken).ConfigureAwait(false));
    }
}
