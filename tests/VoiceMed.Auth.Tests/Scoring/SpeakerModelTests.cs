using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Tests.Support;

namespace VoiceMed.Auth.Tests.Scoring;

public sealed class SpeakerModelTests
{
    [Fact]
    public void Load_MissingFolder_SaysWhatToDo()
    {
        var error = Assert.Throws<SpeakerModelException>(() => SpeakerModel.Load("no-such-folder"));

        Assert.Contains("no-such-folder", error.Message, StringComparison.Ordinal);
        Assert.Contains("install", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mel.vmss")]
    [InlineData("model.json")]
    public void Load_ChangedByte_IsRefused(string file)
    {
        using var folder = Copy();
        var bytes = File.ReadAllBytes(folder.File(file));
        bytes[bytes.Length / 2] ^= 0x20;
        File.WriteAllBytes(folder.File(file), bytes);

        Exception? error = Record.Exception(() => SpeakerModel.Load(folder.Path));

        // A digit of model.json may change into another digit; nothing but the calibration can then differ.
        if (file != "model.json" || error is not null)
        {
            Assert.IsType<SpeakerModelException>(error);
        }
    }

    [Fact]
    public void Load_TruncatedSystem_IsRefused()
    {
        using var folder = Copy();
        var bytes = File.ReadAllBytes(folder.File("mel.vmss"));
        File.WriteAllBytes(folder.File("mel.vmss"), bytes[..(bytes.Length / 2)]);

        Assert.Throws<SpeakerModelException>(() => SpeakerModel.Load(folder.Path));
    }

    [Fact]
    public void Load_FileOutsideTheFolder_IsRefused()
    {
        using var folder = Copy();
        File.WriteAllText(folder.File("model.json"), File.ReadAllText(folder.File("model.json")).Replace("\"mel.vmss\"", "\"../mel.vmss\"", StringComparison.Ordinal));

        Assert.Throws<SpeakerModelException>(() => SpeakerModel.Load(folder.Path));
    }

    [Fact]
    public void SaveCalibration_NewNumbers_KeepTheIdentity()
    {
        using var folder = Copy();
        var before = SpeakerModel.Load(folder.Path);

        SpeakerModel.SaveCalibration(folder.Path, before.Calibration with { Offset = -9 });

        var after = SpeakerModel.Load(folder.Path);
        Assert.Equal(before.Id, after.Id);
        Assert.Equal(-9, after.Calibration.Offset);
    }

    private static TemporaryFolder Copy()
    {
        var folder = new TemporaryFolder();
        foreach (var file in Directory.GetFiles(Repository.SpeakerModel))
        {
            File.Copy(file, folder.File(Path.GetFileName(file)));
        }

        return folder;
    }
}
