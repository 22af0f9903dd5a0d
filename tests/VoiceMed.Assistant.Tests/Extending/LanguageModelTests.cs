using System.Text.Json;
using Microsoft.AspNetCore.Http;
using VoiceMed.Assistant.Dialogue;
using VoiceMed.Assistant.Pipeline;
using VoiceMed.Assistant.Tests.Harness;
using Xunit;

namespace VoiceMed.Assistant.Tests.Extending;

[Collection(SharedExtendedHouse.Name)]
public class LanguageModelTests(ExtendedHouse house)
{
    // Nothing in the packs is near it.
    private const string Rejected = "хочу поглядеть чем нашу подопечную травят по утрам из баночек";

    [Fact]
    public async Task Turn_Proposal_IsCarriedOutOnlyAfterAnExplicitYes()
    {
        Proposes("medications.list");
        var (conversation, _) = await house.SignedInAsync("ru");

        var proposed = await conversation.TurnAsync(TurnInput.Typed(Rejected, "ru"));
        var yes = await conversation.TurnAsync(TurnInput.Typed("да подтверждаю", "ru"));

        Assert.Equal(TurnOutcome.Confirm, proposed.Report.Verdict.Outcome);
        Assert.Equal("proposal.unconfirmed", proposed.Report.Verdict.Reason);
        Assert.Null(proposed.Report.Asked);
        Assert.Equal(TurnOutcome.Answered, yes.Report.Verdict.Outcome);
        Assert.Equal("GetMedications", yes.Report.Asked!.Operation, ignoreCase: true);
    }

    [Fact]
    public async Task Turn_ShortYesAfterAProposal_IsNotEnough()
    {
        Proposes("medications.list");
        var (conversation, _) = await house.SignedInAsync("ru");
        await conversation.TurnAsync(TurnInput.Typed(Rejected, "ru"));

        var yes = await conversation.TurnAsync(TurnInput.Typed("да", "ru"));

        Assert.Equal(TurnOutcome.Confirm, yes.Report.Verdict.Outcome);
        Assert.Null(yes.Report.Asked);
    }

    [Fact]
    public async Task Turn_WhatIsSent_HoldsTheWordsAndSummariesAndNothingOfAnyPatient()
    {
        Proposes("none");
        house.Model.Received.Clear();
        var (conversation, gate) = await house.SignedInAsync("ru");
        await conversation.TurnAsync(TurnInput.Typed("покажи последние посещения", "ru"));

        await conversation.TurnAsync(TurnInput.Typed("чем же травят иванову марию сергеевну с третьего марта 1958 из баночек", "ru"));

        var sent = Assert.Single(house.Model.Received);
        using var json = JsonDocument.Parse(sent[sent.IndexOf('{', StringComparison.Ordinal)..(sent.LastIndexOf('}') + 1)]);
        var all = string.Join('\n', json.RootElement.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("content").ToString()));
        Assert.Contains("травят", all, StringComparison.Ordinal);
        Assert.Contains(house.Host.Packs.Current.Intents["medications.list"].Summary, all, StringComparison.Ordinal);
        var patients = new[] { "patient-1", "patient-2", "patient-3" };
        foreach (var patient in patients)
        {
            var record = await house.PatientAsync(patient);
            Assert.DoesNotContain(patient, sent, StringComparison.Ordinal);
            foreach (var name in record.Name.In("ru").Split(' ').Concat(record.Name.In("en").Split(' ')))
            {
                Assert.DoesNotContain(name[..Math.Min(name.Length, 5)], all, StringComparison.OrdinalIgnoreCase);
            }
        }

        Assert.DoesNotContain("1958", all, StringComparison.Ordinal);
        Assert.DoesNotContain(gate.Doctor!.Id.Value, sent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("emergency.access")]
    [InlineData("confirm.yes")]
    [InlineData("drop.tables")]
    [InlineData("none")]
    [InlineData("")]
    public async Task Turn_ProposalThatIsNoneOrForbidden_StaysNotUnderstood(string proposal)
    {
        Proposes(proposal);
        var (conversation, _) = await house.SignedInAsync("ru");

        var output = await conversation.TurnAsync(TurnInput.Typed(Rejected, "ru"));

        Assert.Equal(TurnOutcome.NotUnderstood, output.Report.Verdict.Outcome);
    }

    [Fact]
    public async Task Turn_ModelIsDownSlowOrTalksNonsense_StaysNotUnderstood()
    {
        var (conversation, _) = await house.SignedInAsync("ru");
        RequestDelegate[] troubles =
        [
            context => context.Response.WriteAsync("<html>"),
            context => context.Response.WriteAsync("{}"),
            context => { context.Response.StatusCode = 500; return Task.CompletedTask; },
            context => { context.Abort(); return Task.CompletedTask; },
            context => Task.Delay(Timeout.Infinite, context.RequestAborted),
        ];
        foreach (var trouble in troubles)
        {
            house.Model.Answer = trouble;

            var output = await conversation.TurnAsync(TurnInput.Typed(Rejected, "ru"));

            Assert.Equal(TurnOutcome.NotUnderstood, output.Report.Verdict.Outcome);
        }
    }

    [Fact]
    public async Task Turn_NobodySignedIn_NothingIsSent()
    {
        house.Model.Received.Clear();
        var conversation = await house.Host.CreateConversationAsync(DemoHouse.Terminal("ru"), "ru", house.Host.CreateGate());

        await conversation.TurnAsync(TurnInput.Typed(Rejected, "ru"));

        Assert.Empty(house.Model.Received);
    }

    private void Proposes(string intent) => house.Model.Json(JsonSerializer.Serialize(new
    {
        id = "1",
        @object = "chat.completion",
        created = 1,
        model = "test",
        choices = new[] { new { index = 0, finish_reason = "stop", message = new { role = "assistant", content = intent } } },
        usage = new { prompt_tokens = 1, completion_tokens = 1, total_tokens = 2 },
    }));
}
