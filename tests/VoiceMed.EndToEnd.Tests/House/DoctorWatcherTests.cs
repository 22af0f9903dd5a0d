using VoiceMed.Assistant.Hearing;
using VoiceMed.Auth.Voiceprints;
using VoiceMed.EndToEnd.Tests.Harness;
using VoiceMed.Speech.Audio;
using Xunit;

namespace VoiceMed.EndToEnd.Tests.House;

/// <summary>What another process does to the voiceprints while the server runs.</summary>
public sealed class DoctorWatcherTests(House house) : IClassFixture<House>
{
    [Fact]
    public async Task Voice_SuspendedByACommandWhileTheDoctorsFileIsBroken_OpensNothingFromThenOn()
    {
        await using var screen = await ScreenClient.ConnectAsync(new UriBuilder(house.Address) { Scheme = "ws", Path = "/screen" }.Uri);
        await screen.SendAsync(new { protocol = 1, token = "", lastEventId = 0 });
        await screen.EventAsync("welcome");
        await File.WriteAllTextAsync(house.Data.Doctors, "smirnova: [");

        VoiceprintStore.InDataDirectory(house.Data.Root).Suspend("kuznetsov", suspended: true);

        await screen.CloseCodeAsync();
        Assert.Null(await RecognisedAsync("kuznetsov"));
        Assert.Equal("smirnova", await RecognisedAsync("smirnova"));
    }

    private async Task<string?> RecognisedAsync(string doctor)
    {
        var heard = ClipListener.Hear(house.Host, await AudioLoader.LoadAsync(House.Clip($"ru/{doctor}/01-visits.wav")))!;
        return house.Host.CreateGate().Recognise(heard)?.Value;
    }
}
