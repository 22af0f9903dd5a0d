using VoiceMed.Assistant.Admin.Enrolment;
using VoiceMed.Assistant.Tests.Harness;
using VoiceMed.Auth.Voiceprints;
using VoiceMed.Speech.Audio;
using Xunit;

namespace VoiceMed.Assistant.Tests.Admin;

[Collection(SharedDemoHouse.Name)]
public sealed class VoiceEnrolmentTests(DemoHouse house)
{
    [Theory]
    [InlineData("ru", "smirnova", "Прозвучали другие слова")]
    [InlineData("en", "carter", "Other words were heard")]
    public async Task Add_SomethingElseThanThePrompt_IsRefusedWithWhatToDo(string language, string doctor, string expected)
    {
        var desk = new VoiceprintDesk(
            house.Host.Speakers, VoiceprintStore.InDataDirectory(Path.Combine(house.Data.Root, "none")), TimeProvider.System, changed: null, house.Host.Recognizers.Transcribe);
        var enrolment = desk.Begin(language);
        var clip = (await AudioLoader.LoadAsync(DemoHouse.Clip($"{language}/{doctor}/10-patient.wav"))).Samples;

        var report = enrolment.Add(clip, language, prompt: 0);

        Assert.False(report.Accepted);
        Assert.Contains(report.Problems, problem => problem.Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ru", "smirnova", "ноль один два три четыре")]
    [InlineData("en", "bennett", "zero one two three four")]
    public async Task Transcribe_DigitsOfAnEnrolment_AreHeard(string language, string doctor, string digits)
    {
        var heard = house.Host.Recognizers.Transcribe((await AudioLoader.LoadAsync(DemoHouse.Clip($"{language}/{doctor}/enrol-1.wav"))).Samples, language);

        Assert.True(Speech.Evaluation.WordErrors.Count(digits, heard!).Rate <= 0.6, heard);
    }
}
