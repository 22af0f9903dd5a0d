using System.Text;
using Microsoft.AspNetCore.Http;
using VoiceMed.Assistant.Dialogue;
using VoiceMed.Assistant.Pipeline;
using VoiceMed.Assistant.Screen.Cards;
using VoiceMed.Assistant.Tests.Harness;
using Xunit;

namespace VoiceMed.Assistant.Tests.Extending;

[Collection(SharedExtendedHouse.Name)]
public class ServiceCallTests(ExtendedHouse house)
{
    [Theory]
    [InlineData("ru", "покажи группу крови", "Группа крови AB, резус положительный.")]
    [InlineData("en", "show the blood type", "Blood type AB, Rh положительный.")]
    public async Task Turn_ServiceAnswers_SaysItForTheConfirmedPatientAndAuditsTheIntent(string language, string ask, string said)
    {
        house.Service.Json("""{ "bloodType": { "group": "AB", "rhesus": "положительный", "nested": { "not": "shown" } } }""");
        house.Service.Received.Clear();
        var (conversation, _) = await house.SignedInAsync(language);

        var output = await conversation.TurnAsync(TurnInput.Typed(ask, language));

        Assert.Equal(TurnOutcome.Answered, output.Report.Verdict.Outcome);
        Assert.Equal(said, output.Report.Answered.Speech);
        Assert.Equal([said], Assert.IsType<MessageCard>(output.Report.Answered.Card).Lines);
        Assert.StartsWith("GET /blood-type?patient=patient-1 ", Assert.Single(house.Service.Received), StringComparison.Ordinal);
        var audit = await house.AuditOfAsync("patient-1", output.Report.Turn);
        Assert.Contains(audit, entry => entry is { Operation: "blood.type", Granted: true, Reason: "service.answered" });
        Assert.All(audit, entry => Assert.Contains(entry.Operation, new[] { "blood.type", "getPatient" }));
    }

    [Fact]
    public async Task Turn_NobodySignedIn_RefusedAndNothingIsSent()
    {
        house.Service.Received.Clear();
        var conversation = await house.Host.CreateConversationAsync(DemoHouse.Terminal("ru"), "ru", house.Host.CreateGate());
        conversation.Identify(await house.PatientAsync("patient-1"));

        var output = await conversation.TurnAsync(TurnInput.Typed("покажи группу крови", "ru"));

        Assert.Equal(TurnOutcome.Refused, output.Report.Verdict.Outcome);
        Assert.Empty(house.Service.Received);
        Assert.Contains(await house.AuditOfAsync("patient-1", output.Report.Turn), entry => !entry.Granted);
    }

    [Fact]
    public async Task Turn_NoPatientConfirmed_AsksForOneAndSendsNothing()
    {
        house.Service.Received.Clear();
        var (conversation, _) = await house.SignedInAsync("ru", patient: null);

        var output = await conversation.TurnAsync(TurnInput.Typed("покажи группу крови", "ru"));

        Assert.Equal(TurnOutcome.Confirm, output.Report.Verdict.Outcome);
        Assert.Empty(house.Service.Received);
    }

    [Fact]
    public async Task Turn_PostWithConfirmation_IsSentOnceAfterTheYes()
    {
        house.Service.Json("""{ "tickets": [ { "number": 17 } ] }""");
        house.Service.Received.Clear();
        var (conversation, _) = await house.SignedInAsync("en", patient: null);

        var asked = await conversation.TurnAsync(TurnInput.Typed("call the porter to ward five", "en"));
        Assert.Empty(house.Service.Received);
        var done = await conversation.TurnAsync(TurnInput.Typed("yes i confirm", "en"));

        Assert.Equal(TurnOutcome.Confirm, asked.Report.Verdict.Outcome);
        Assert.Equal("The porter comes, ticket 17.", done.Report.Answered.Speech);
        Assert.StartsWith("POST /porter {\"ward\":\"5\",\"reason\":\"transport\"}", Assert.Single(house.Service.Received), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"bloodType\": ", "service.json")]
    [InlineData("<html>welcome</html>", "service.json")]
    public async Task Turn_ServiceTalksNonsense_SaysThatItIsNotAvailable(string body, string code)
    {
        house.Service.Json(body);

        await FailsAsync("покажи группу крови", "ru", code);
    }

    [Theory]
    [InlineData(""" { "bloodType": "~" } """)]
    [InlineData(""" { "bloodType": { "~": "AB" } } """)]
    [InlineData(""" { "bloodType": [ { "group": "~" } ] } """)]
    [InlineData(""" { "bloodType": "\ud800" } """)]
    [InlineData(""" { "bloodType": { "\ud800": "AB" } } """)]
    public async Task Turn_ServiceAnswersInAnotherEncoding_SaysThatItIsNotAvailable(string body)
    {
        // Latin-1 "Ãð" stands for the tilde: no UTF-8, which a JSON parser does not notice before the text is read.
        var bytes = Encoding.Latin1.GetBytes(body.Replace("~", "\u00c3\u00f0", StringComparison.Ordinal));
        house.Service.Answer = async context => await context.Response.Body.WriteAsync(bytes);

        await FailsAsync("покажи группу крови", "ru", "service.json");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{ \"bloodType\": null }")]
    [InlineData("[1, 2, 3]")]
    [InlineData("{ \"bloodType\": [] }")]
    [InlineData("{ \"bloodType\": { \"group\": \"\" } }")]
    public async Task Turn_NothingAtThePath_SaysThatThereIsNone(string body)
    {
        house.Service.Json(body);
        var (conversation, _) = await house.SignedInAsync("ru");

        var output = await conversation.TurnAsync(TurnInput.Typed("покажи группу крови", "ru"));

        Assert.Equal("Группа крови не определена.", output.Report.Answered.Speech);
    }

    [Fact]
    public async Task Turn_ServiceIsSlow_GivenUpAfterTheContractsTime()
    {
        house.Service.Answer = context => Task.Delay(Timeout.Infinite, context.RequestAborted);
        var (conversation, _) = await house.SignedInAsync("en", patient: null);
        await conversation.TurnAsync(TurnInput.Typed("call the porter", "en"));

        var output = await conversation.TurnAsync(TurnInput.Typed("yes i confirm", "en"));

        Assert.Equal("service.timeout", output.Report.Verdict.Reason);
        Assert.Contains("in time", output.Report.Answered.Speech, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Turn_EndlessAnswer_CutOff()
    {
        house.Service.Answer = async context =>
        {
            var junk = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(junk, context.RequestAborted);
            }
        };

        await FailsAsync("покажи группу крови", "ru", "service.large");
    }

    [Fact]
    public async Task Turn_RedirectToAHostNotListed_RefusedAndThatHostHearsNothing()
    {
        house.Stranger.Received.Clear();
        house.Service.Answer = context => Redirect(context, house.Stranger.Address + "/blood-type?patient=patient-1");

        await FailsAsync("покажи группу крови", "ru", "service.forbidden");

        Assert.Empty(house.Stranger.Received);
    }

    [Fact]
    public async Task Turn_RedirectWithinTheList_Followed()
    {
        house.Service.Answer = context => context.Request.Path == "/elsewhere"
            ? context.Response.WriteAsync("""{ "bloodType": { "group": "0" } }""")
            : Redirect(context, "/elsewhere");
        var (conversation, _) = await house.SignedInAsync("ru");

        var output = await conversation.TurnAsync(TurnInput.Typed("покажи группу крови", "ru"));

        Assert.Equal("Группа крови 0.", output.Report.Answered.Speech);
    }

    [Fact]
    public async Task Turn_RedirectInCircles_GivenUp()
    {
        house.Service.Answer = context => Redirect(context, "/round");

        await FailsAsync("покажи группу крови", "ru", "service.redirect");
    }

    [Theory]
    [InlineData("//:80/")]
    [InlineData("http://")]
    [InlineData("ftp://127.0.0.1/")]
    public async Task Turn_RedirectToNowhere_Refused(string location)
    {
        house.Service.Answer = context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = location;
            return Task.CompletedTask;
        };
        var (conversation, _) = await house.SignedInAsync("ru");

        var output = await conversation.TurnAsync(TurnInput.Typed("покажи группу крови", "ru"));

        Assert.Equal(TurnOutcome.Failed, output.Report.Verdict.Outcome);
        Assert.Contains(output.Report.Verdict.Reason, new[] { "service.redirect", "service.forbidden" });
    }

    [Fact]
    public async Task Turn_ServerError_SaysSo()
    {
        house.Service.Answer = context =>
        {
            context.Response.StatusCode = 500;
            return Task.CompletedTask;
        };

        await FailsAsync("покажи группу крови", "ru", "service.status");
    }

    [Fact]
    public async Task Turn_HostNotListed_NeverReached()
    {
        house.Stranger.Received.Clear();

        await FailsAsync("read the kitchen menu", "en", "service.forbidden");

        Assert.Empty(house.Stranger.Received);
    }

    [Fact]
    public Task Turn_NobodyListensThere_SaysThatItIsNotAvailable() => FailsAsync("how long is the laboratory queue", "en", "service.down");

    [Fact]
    public async Task Turn_IntentThatCallsNothing_AnswersFromThePack()
    {
        var (conversation, _) = await house.SignedInAsync("en", patient: null);

        var output = await conversation.TurnAsync(TurnInput.Typed("tell me the telephone number of the ward", "en"));

        Assert.Equal("The number is four two.", output.Report.Answered.Speech);
    }

    private static Task Redirect(HttpContext context, string to)
    {
        context.Response.Redirect(to);
        return Task.CompletedTask;
    }

    private async Task FailsAsync(string ask, string language, string code)
    {
        var (conversation, _) = await house.SignedInAsync(language);

        var output = await conversation.TurnAsync(TurnInput.Typed(ask, language));

        Assert.Equal(TurnOutcome.Failed, output.Report.Verdict.Outcome);
        Assert.Equal(code, output.Report.Verdict.Reason);
        Assert.NotEmpty(output.Report.Answered.Speech);
        Assert.Null(output.Report.Answered.Card);
        Assert.Contains(await house.AuditOfAsync("patient-1", output.Report.Turn), entry => entry.Reason == code && !entry.Granted);
    }
}
