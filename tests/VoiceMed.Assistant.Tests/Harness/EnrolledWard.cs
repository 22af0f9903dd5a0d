using VoiceMed.Assistant.Demo;
using VoiceMed.Assistant.Hosting;
using Xunit;

namespace VoiceMed.Assistant.Tests.Harness;

/// <summary>Two doctors enrolled once; each test takes a copy.</summary>
public class EnrolledWard : IAsyncLifetime
{
    private readonly DataFolder _data = new(Directory.CreateTempSubdirectory("voicemed-tests-").FullName);

    protected virtual (string Language, string[] Doctors) Staff => ("ru", ["smirnova", "kuznetsov"]);

    public async Task InitializeAsync() => await new DemoStage(new VoiceMedConfig(), _data, InstallFolder.Find(), TimeProvider.System)
        .EnrolAsync(Staff.Doctors, Staff.Language, static _ => { }, default);

    public Task DisposeAsync()
    {
        Directory.Delete(_data.Root, recursive: true);
        return Task.CompletedTask;
    }

    public void CopyTo(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(_data.Root, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(_data.Root, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
