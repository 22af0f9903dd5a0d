using VoiceMed.Assistant.Hosting;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Voiceprints;

namespace VoiceMed.Assistant.CommandLine.Auth;

/// <summary>Where the commands find the speaker model and the voiceprints.</summary>
internal static class AuthPlaces
{
    public const string ModelName = "speaker-voicemed-0.1";

    public static string ModelFolder => Path.Combine(InstallFolder.Find(), "models", ModelName);

    public static SpeakerModel LoadModel(string? folder) => SpeakerModel.Load(folder ?? ModelFolder);

    public static DataFolder Data => DataFolder.Choose(configured: null, InstallFolder.Find());

    public static VoiceprintStore OpenStore() => VoiceprintStore.InDataDirectory(Data.Root);

    /// <summary>Everybody enrolled, as one ward.</summary>
    public static SpeakerIdentifier OpenIdentifier(string? modelFolder) => new(
        LoadModel(modelFolder), [.. OpenStore().ReadAll().Select(v => new EnrolledSpeaker(v.Doctor, v.Template))]);
}
