using VoiceMed.Assistant.Dialogue;
using VoiceMed.Assistant.Pipeline;
using VoiceMed.Assistant.Tests.Harness;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;
using Xunit;

namespace VoiceMed.Assistant.Tests.Dialogue;

/// <summary>A challenge in the middle of a conversation: what waits for it, and what it does not stand for.</summary>
[Collection(SharedDemoHouse.Name)]
public sealed class ChallengeTurnTests(DemoHouse house, EnglishWard enrolled) : IClassFixture<EnglishWard>, IDisposable
{
    private const string Digit = "one";

    private readonly Ward _ward = new(enrolled);

    public void Dispose() => _ward.Dispose();

    [Fact]
    public async Task Turn_ChallengePassed_ThePatientMustStillBeConfirmed()
    {
        var conversation = await ConversationAsync("3-2");

        var asked = await SayAsync(conversation, "en/carter/01-visits.wav", "show last visits");
        var answered = await SayAsync(conversation, "en/carter/09-challenge.wav", Digit);

        Assert.Equal(TurnOutcome.Challenge, asked.Report.Verdict.Outcome);
        Assert.Equal(TurnOutcome.Confirm, answered.Report.Verdict.Outcome);
        Assert.Contains("1958", answered.Report.Answered.Speech, StringComparison.Ordinal);
        Assert.Null(answered.Report.Answered.Card);
        Assert.Null(answered.Report.Asked);
        Assert.Null(conversation.State.Challenged);
    }

    [Fact]
    public async Task Turn_ChallengePassed_TheMissingSlotAndTheConfirmationAreStillAskedFor()
    {
        var conversation = await ConversationAsync(bed: null, await PatientAsync());

        var asked = await SayAsync(conversation, "en/carter/01-visits.wav", "i need emergency access");
        var answered = await SayAsync(conversation, "en/carter/09-challenge.wav", Digit);
        var reason = await SayAsync(conversation, "en/carter/02-documents.wav", "cardiac arrest");

        Assert.Equal(TurnOutcome.Challenge, asked.Report.Verdict.Outcome);
        Assert.Equal((TurnOutcome.Confirm, "slot.missing:reason"), (answered.Report.Verdict.Outcome, answered.Report.Verdict.Reason));
        Assert.Equal((TurnOutcome.Confirm, "slot.missing:confirmation"), (reason.Report.Verdict.Outcome, reason.Report.Verdict.Reason));
        Assert.Null(reason.Report.Asked);
        Assert.Null(conversation.State.Emergency);
    }

    [Fact]
    public async Task Turn_DigitsWouldFillAnOpenSlot_AnswerTheChallengeAndLeaveTheSlotAlone()
    {
        var conversation = await SignedInAsync("4719");
        var slot = await SayAsync(conversation, "en/carter/01-visits.wav", "i need emergency access");
        _ward.Clock.Advance(TimeSpan.FromMinutes(6));
        var reason = await SayAsync(conversation, "en/carter/02-documents.wav", "cardiac arrest");
        Assert.NotNull(conversation.State.Dialogue.Context.Pending);

        var answered = await SayAsync(conversation, "en/carter/09-challenge.wav", "four seven one nine");

        Assert.Equal("slot.missing:reason", slot.Report.Verdict.Reason);
        Assert.Equal(TurnOutcome.Challenge, reason.Report.Verdict.Outcome);
        Assert.Equal((TurnOutcome.Confirm, "slot.missing:confirmation"), (answered.Report.Verdict.Outcome, answered.Report.Verdict.Reason));
        Assert.Equal("cardiac arrest", $"{conversation.State.Dialogue.Context.Pending!.Intent.Slots["reason"].Value}");
        Assert.Null(answered.Report.Asked);
    }

    [Fact]
    public async Task Turn_DigitsInAnotherVoice_AnswerNothingAndTheQuestionIsDropped()
    {
        var conversation = await ConversationAsync("3-2");
        await SayAsync(conversation, "en/carter/01-visits.wav", "show last visits");

        var answered = await SayAsync(conversation, "en/visitor/06-challenge.wav", Digit);

        Assert.Equal((TurnOutcome.Refused, "challenge.voice"), (answered.Report.Verdict.Outcome, answered.Report.Verdict.Reason));
        Assert.Null(conversation.State.Challenged);
    }

    private async Task<Conversation> ConversationAsync(string? bed, Patient? patient = null)
    {
        var conversation = await house.Host.CreateConversationAsync(DemoHouse.Terminal("en", bed), "en", _ward.Gate(digits: "1"));
        if (patient is not null)
        {
            conversation.Identify(patient);
        }

        return conversation;
    }

    private async Task<Conversation> SignedInAsync(string digits)
    {
        var gate = _ward.Gate(digits: digits);
        gate.TrustOperator(new DoctorId("carter"));
        var conversation = await house.Host.CreateConversationAsync(DemoHouse.Terminal("en"), "en", gate);
        conversation.Identify(await PatientAsync());
        return conversation;
    }

    private async Task<Patient> PatientAsync() => (await house.Host.Ledger.GetPatientAsync(
        new PatientId("patient-1"), new AccessContext { Role = "system", Purpose = "TREAT", Turn = "test.patient" })).Items[0];

    private static async Task<TurnOutput> SayAsync(Conversation conversation, string clip, string text) =>
        await conversation.TurnAsync(TurnInput.Spoken(await Ward.HeardAsync(clip, text, "en")));
}
