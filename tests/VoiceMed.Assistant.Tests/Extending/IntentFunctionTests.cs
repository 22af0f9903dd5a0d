using System.Text.Json;
using Microsoft.Extensions.AI;
using VoiceMed.Assistant.Agents;
using VoiceMed.Assistant.Dialogue;
using VoiceMed.Assistant.Tests.Harness;
using Xunit;

namespace VoiceMed.Assistant.Tests.Extending;

[Collection(SharedExtendedHouse.Name)]
public class IntentFunctionTests(ExtendedHouse house)
{
    [Fact]
    public async Task Of_AllPacks_OneFunctionAnIntentWithItsSummaryAndSlots()
    {
        var (conversation, _) = await house.SignedInAsync("ru");
        var intents = house.Host.Packs.Current;

        var functions = IntentFunctions.Of(conversation, intents);

        Assert.Equal(intents.Intents.Keys.Select(id => id.Replace('.', '_')).Order(), functions.Select(function => function.Name).Order());
        var visits = functions.Single(function => function.Name == "visits_list");
        Assert.Equal(intents.Intents["visits.list"].Summary, visits.Description);
        Assert.True(visits.JsonSchema.GetProperty("properties").TryGetProperty("period", out _));
    }

    [Fact]
    public async Task Invoke_PermittedDoctor_AnswersAndAudits()
    {
        var (conversation, _) = await house.SignedInAsync("ru");

        var result = await InvokeAsync(conversation, "visits_list", new() { ["count"] = 2 });

        Assert.Equal("answered", result.GetProperty("outcome").GetString());
        Assert.NotEqual("", result.GetProperty("speech").GetString());
        Assert.Equal(2, conversation.State.List!.Records.Count);
        var audit = await house.AuditOfAsync("patient-1", conversation.State.List.Card.Id);
        Assert.Contains(audit, entry => entry is { Operation: "getHospitalVisits", Granted: true });
    }

    [Fact]
    public async Task Invoke_NobodySignedIn_Refused()
    {
        var conversation = await house.Host.CreateConversationAsync(DemoHouse.Terminal("ru"), "ru", house.Host.CreateGate());
        conversation.Identify(await house.PatientAsync("patient-1"));

        var result = await InvokeAsync(conversation, "visits_list", []);

        Assert.Equal("refused", result.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Invoke_AnotherPatientsIdentifier_StaysWithTheConfirmedPatient()
    {
        var (conversation, _) = await house.SignedInAsync("ru");

        await InvokeAsync(conversation, "visits_list", new() { ["patient"] = "patient-2" });

        Assert.NotEmpty(conversation.State.List!.Records);
        Assert.All(conversation.State.List.Records, record => Assert.Equal("patient-1", record.Patient!.Value));
    }

    [Fact]
    public async Task Invoke_WhatNeedsConfirmation_WaitsForTheDoctorAndNotForTheAgent()
    {
        var (conversation, _) = await house.SignedInAsync("en", patient: null);
        house.Service.Json("""{ "tickets": [ { "number": 1 } ] }""");
        house.Service.Received.Clear();

        var asked = await InvokeAsync(conversation, "ward_call", []);
        var confirmedByItself = await InvokeAsync(conversation, "confirm_yes", []);

        Assert.Equal("confirm", asked.GetProperty("outcome").GetString());
        Assert.Equal("refused", confirmedByItself.GetProperty("outcome").GetString());
        Assert.Empty(house.Service.Received);
        await conversation.TurnAsync(TurnInput.Typed("yes i confirm", "en"));
        Assert.Single(house.Service.Received);
    }

    private async Task<JsonElement> InvokeAsync(Conversation conversation, string function, Dictionary<string, object?> arguments)
    {
        var found = IntentFunctions.Of(conversation, house.Host.Packs.Current).Single(candidate => candidate.Name == function);
        return (JsonElement)(await found.InvokeAsync(new AIFunctionArguments(arguments)))!;
    }
}
