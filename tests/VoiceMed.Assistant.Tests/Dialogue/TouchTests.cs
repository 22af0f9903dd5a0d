using VoiceMed.Assistant.Dialogue;
using VoiceMed.Assistant.Pipeline;
using VoiceMed.Assistant.Screen.Events;
using VoiceMed.Assistant.Tests.Harness;
using VoiceMed.LedgerClient.Identifiers;
using Xunit;

namespace VoiceMed.Assistant.Tests.Dialogue;

/// <summary>What is scanned or touched instead of said.</summary>
[Collection(SharedDemoHouse.Name)]
public sealed class TouchTests(DemoHouse house)
{
    [Fact]
    public async Task ScanWristband_IdentifierAndBirthDateAgree_ThePatientIsConfirmed()
    {
        var (conversation, _) = await house.SignedInAsync("smirnova", "ru");

        var scanned = await conversation.ScanWristbandAsync("voicemed:patient:patient-1:1958-03-14");
        var visits = await conversation.TurnAsync(TurnInput.Typed("покажи последние посещения", "ru"));

        Assert.Equal(TurnOutcome.Answered, scanned.Report.Verdict.Outcome);
        Assert.Equal((new PatientId("patient-1"), true), (conversation.State.Patient!.Record.Patient, conversation.State.Patient.Confirmed));
        Assert.Equal(TurnOutcome.Answered, visits.Report.Verdict.Outcome);
    }

    [Theory]
    [InlineData("voicemed:patient:patient-1:1958-03-15")]
    [InlineData("voicemed:patient:patient-1")]
    [InlineData("voicemed:patient:patient-1:1958-03-14:1")]
    [InlineData("voicemed:patient:patient-1:14.03.1958")]
    [InlineData("voicemed:patient::1958-03-14")]
    [InlineData("(01)04600000000008(21)S1")]
    [InlineData("")]
    public async Task ScanWristband_DoesNotAgreeOrCannotBeRead_NobodyIsConfirmed(string code)
    {
        var (conversation, _) = await house.SignedInAsync("smirnova", "ru");

        var scanned = await conversation.ScanWristbandAsync(code);

        Assert.Equal((TurnOutcome.Failed, "wristband.mismatch"), (scanned.Report.Verdict.Outcome, scanned.Report.Verdict.Reason));
        Assert.Equal("Браслет не читается или не совпадает с картой.", scanned.Report.Answered.Speech);
        Assert.Null(conversation.State.Patient);
    }

    [Fact]
    public async Task ScanWristband_OfNobodyInTheLedger_SaysSoAndNotThatTheLedgerIsAway()
    {
        var (conversation, _) = await house.SignedInAsync("smirnova", "ru");

        var scanned = await conversation.ScanWristbandAsync("voicemed:patient:patient-999:1958-03-14");

        Assert.Equal(TurnOutcome.Refused, scanned.Report.Verdict.Outcome);
        Assert.StartsWith("patient.unknown", scanned.Report.Verdict.Reason, StringComparison.Ordinal);
        Assert.Contains("пациент не найден", scanned.Report.Answered.Speech, StringComparison.Ordinal);
        Assert.Contains(scanned.Events, happening => happening is RefusedEvent { Reason: "patient.unknown" });
        Assert.Null(conversation.State.Patient);
    }

    [Fact]
    public async Task ScanWristband_NobodySignedIn_IsRefusedWithoutAskingTheLedger()
    {
        var conversation = await house.Host.CreateConversationAsync(DemoHouse.Terminal("ru"), "ru", house.Host.CreateGate());

        var scanned = await conversation.ScanWristbandAsync("voicemed:patient:patient-1:1958-03-14");

        Assert.Equal(TurnOutcome.Refused, scanned.Report.Verdict.Outcome);
        Assert.Null(scanned.Report.Asked);
        Assert.Null(conversation.State.Patient);
    }
}
