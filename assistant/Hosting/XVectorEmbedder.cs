using System.Security.Cryptography;
using VoiceMed.Auth.Scoring;
using VoiceMed.Speech.Models;
using VoiceMed.Speech.Vosk;

namespace VoiceMed.Assistant.Hosting;

/// <summary>libvosk's x-vectors as a further system of the speaker model. Thread-safe.</summary>
public sealed class XVectorEmbedder : ISpeakerEmbedder, IDisposable
{
    private const string NetworkFile = "final.ext.raw";
    private static readonly string[] Files = [NetworkFile, "mean.vec", "transform.mat", "mfcc.conf"];
    private readonly XVectorExtractor _extractor;

    private XVectorEmbedder(string system, XVectorExtractor extractor) => (System, _extractor) = (system, extractor);

    /// <inheritdoc/>
    public string System { get; }

    /// <summary>Loads the model.</summary>
    /// <param name="installed">The x-vector model.</param>
    /// <param name="recognitionFolder">Any recognition model.</param>
    /// <exception cref="VoskException">libvosk is missing, or it cannot read one of the models.</exception>
    /// <exception cref="ModelException">A file is missing or empty, which would end the whole process inside libvosk.</exception>
    public static XVectorEmbedder Open(InstalledModel installed, string recognitionFolder)
    {
        ArgumentNullException.ThrowIfNull(installed);
        foreach (var file in Files)
        {
            var info = new FileInfo(Path.Combine(installed.Directory, file));
            if (info is not { Exists: true, Length: > 0 })
            {
                throw new ModelException($"The speaker model in '{installed.Directory}' lacks {file}: run 'voicemed models install {installed.Id}' again, or remove the folder.");
            }
        }

        using var network = File.OpenRead(Path.Combine(installed.Directory, NetworkFile));
        var digest = Convert.ToHexStringLower(SHA256.HashData(network).AsSpan(0, 6));
        return new XVectorEmbedder($"{installed.Id}/{digest}", new XVectorExtractor(recognitionFolder, installed.Directory));
    }

    /// <inheritdoc/>
    public float[]? Embed(ReadOnlySpan<short> samples) => _extractor.Extract(samples);

    /// <inheritdoc/>
    public void Dispose() => _extractor.Dispose();
}
