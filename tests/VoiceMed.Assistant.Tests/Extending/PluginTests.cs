using VoiceMed.Assistant.Dialogue;
using VoiceMed.Assistant.Pipeline;
using VoiceMed.Assistant.Tests.Harness;
using Xunit;

namespace VoiceMed.Assistant.Tests.Extending;

[Collection(SharedExtendedHouse.Name)]
public class PluginTests(ExtendedHouse house)
{
    [Fact]
    public async Task Turn_SampleFromThePluginFolder_CalculatesFromTheLedgerAndIsAudited()
    {
        var (conversation, _) = await house.SignedInAsync("ru");

        var asked = await conversation.TurnAsync(TurnInput.Typed("посчитай индекс массы тела", "ru"));
        var output = await conversation.TurnAsync(TurnInput.Typed("сто семьдесят", "ru"));

        Assert.Equal("Какой рост в сантиметрах?", asked.Report.Answered.Speech);
        Assert.Equal(TurnOutcome.Answered, output.Report.Verdict.Outcome);
        Assert.StartsWith("Индекс массы тела ", output.Report.Answered.Speech, StringComparison.Ordinal);
        Assert.Contains(await house.AuditOfAsync("patient-1", output.Report.Turn), entry => entry is { Operation: "bmi.calculate", Granted: true });
    }

    [Fact]
    public async Task Turn_NobodySignedIn_PluginIsNotAsked()
    {
        var conversation = await house.Host.CreateConversationAsync(DemoHouse.Terminal("ru"), "ru", house.Host.CreateGate());
        conversation.Identify(await house.PatientAsync("patient-1"));

        var output = await conversation.TurnAsync(TurnInput.Typed("индекс массы тела при росте сто семьдесят", "ru"));

        Assert.Equal(TurnOutcome.Refused, output.Report.Verdict.Outcome);
    }

    [Fact]
    public async Task Turn_HandlerThatNoPluginBrings_FailsWithAReason()
    {
        var (conversation, _) = await house.SignedInAsync("en", patient: null);

        var output = await conversation.TurnAsync(TurnInput.Typed("look through the roof window", "en"));

        Assert.Equal(TurnOutcome.Failed, output.Report.Verdict.Outcome);
        Assert.Equal("plugin.missing", output.Report.Verdict.Reason);
    }

    [Theory]
    [InlineData("ask the roof antenna")]
    [InlineData("read the roof compass")]
    public async Task Turn_PluginThrows_FailsAloudAndIsAudited(string ask)
    {
        var (conversation, _) = await house.SignedInAsync("en");

        var output = await conversation.TurnAsync(TurnInput.Typed(ask, "en"));

        Assert.Equal((TurnOutcome.Failed, "plugin.failed"), (output.Report.Verdict.Outcome, output.Report.Verdict.Reason));
        Assert.Equal("That didn't work: the extension did not work.", output.Report.Answered.Speech);
        Assert.Contains(await house.AuditOfAsync("patient-1", output.Report.Turn), entry => entry is { Reason: "plugin.failed", Granted: false });
    }

    [Fact]
    public async Task Turn_EndedWhileThePluginWorks_EndsWithoutAnAnswer()
    {
        var (conversation, _) = await house.SignedInAsync("en");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => conversation.TurnAsync(TurnInput.Typed("ask the roof antenna", "en"), new CancellationToken(canceled: true)).AsTask());
    }
}
