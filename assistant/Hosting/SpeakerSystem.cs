using VoiceMed.Auth.Scoring;
using VoiceMed.Speech.Audio;
using VoiceMed.Speech.Models;
using VoiceMed.Speech.Vosk;

namespace VoiceMed.Assistant.Hosting;

/// <summary>
/// Opens the speaker model: the one that comes with VoiceMed, and libvosk's x-vector model beside it where one is installed. A damaged
/// x-vector model, or one that fails its self-test, is left out and the other goes on alone. Thread-safe.
/// </summary>
public static class SpeakerSystem
{
    /// <summary>Folder name of the model that comes with VoiceMed.</summary>
    public const string Name = "speaker-voicemed-0.1";

    private static readonly string[] SelfTestClips = ["enrol-5.wav", "01-visits.wav", "02-documents.wav"];

    /// <summary>The folder of the model that comes with VoiceMed.</summary>
    public static string DefaultFolder => Path.Combine(InstallFolder.Find(), "models", Name);

    /// <summary>Opens the model.</summary>
    /// <param name="folder">The model's folder; null for the one that comes with VoiceMed.</param>
    /// <param name="warn">Is told in one sentence when an installed x-vector model had to be left out.</param>
    /// <exception cref="SpeakerModelException">The model itself is missing or damaged.</exception>
    public static SpeakerModel Open(string? folder, Action<string> warn)
    {
        ArgumentNullException.ThrowIfNull(warn);
        var model = SpeakerModel.Load(folder ?? DefaultFolder);
        if (InstalledXVectors() is not { } installed)
        {
            return model;
        }

        try
        {
            return model.With(OpenXVectors(installed));
        }
        catch (Exception e) when (e is VoskException or ModelException or SpeakerModelException or AudioException or DllNotFoundException)
        {
            warn($"{e.Message} Voices are told apart without it.");
            return model;
        }
    }

    /// <summary>The x-vector model on this machine, or null.</summary>
    /// <exception cref="ModelException">The catalogue of models is damaged.</exception>
    public static InstalledModel? InstalledXVectors() => ModelCatalog.Load().Installed().FirstOrDefault(model => model.Kind == ModelKind.Speaker);

    /// <summary>Loads an x-vector model and lets it tell the demo's voices apart.</summary>
    /// <exception cref="VoskException">libvosk cannot read it.</exception>
    /// <exception cref="SpeakerModelException">It fails the self-test.</exception>
    public static ISpeakerEmbedder OpenXVectors(InstalledModel installed)
    {
        ArgumentNullException.ThrowIfNull(installed);
        var embedder = XVectorEmbedder.Open(installed, ModelCatalog.Load().Find(ModelKind.Recognition, "en").Directory);
        var audio = Path.Combine(InstallFolder.Find(), "demo", "audio", "en");
        IReadOnlyList<short[]> Clips(string voice) =>
            [.. SelfTestClips.Select(file => WavFile.Read(Path.Combine(audio, voice, file)).Samples)];
        EmbedderSelfTest.Require(embedder, [Clips("carter"), Clips("bennett")]);
        return embedder;
    }
}
