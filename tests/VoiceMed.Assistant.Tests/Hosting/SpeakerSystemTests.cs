using VoiceMed.Assistant.Hosting;
using VoiceMed.Speech.Models;
using VoiceMed.Speech.Vosk;
using Xunit;

namespace VoiceMed.Assistant.Tests.Hosting;

/// <summary>What a damaged or missing x-vector model leads to; the real model cannot come with the sources.</summary>
public sealed class SpeakerSystemTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("voicemed-tests-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void OpenXVectors_FileMissing_NamesItAndWhatToDo()
    {
        File.WriteAllText(Path.Combine(_folder, "final.ext.raw"), "not a network");

        var error = Assert.Throws<ModelException>(() => SpeakerSystem.OpenXVectors(Installed()));

        Assert.Contains("mean.vec", error.Message, StringComparison.Ordinal);
        Assert.Contains("voicemed models install", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OpenXVectors_DamagedNetwork_IsAnErrorAndNotTheEndOfTheProcess()
    {
        foreach (var file in new[] { "final.ext.raw", "mean.vec", "transform.mat" })
        {
            File.WriteAllText(Path.Combine(_folder, file), "damaged");
        }

        File.WriteAllText(Path.Combine(_folder, "mfcc.conf"), "--sample-frequency=16000\n");

        Assert.Throws<VoskException>(() => SpeakerSystem.OpenXVectors(Installed()));
    }

    [Fact]
    public void Open_NoXVectorModel_IsTheOwnModelAlone()
    {
        var warnings = new List<string>();

        var model = SpeakerSystem.Open(folder: null, warnings.Add);

        Assert.Empty(warnings);
        Assert.Equal(model.Systems.Count, model.Scorers.Count);
    }

    private InstalledModel Installed() => new("vosk-model-spk-0.4", _folder, ModelSource.Named, null, ModelKind.Speaker, null);
}
