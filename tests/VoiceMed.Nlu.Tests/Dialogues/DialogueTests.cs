using VoiceMed.Nlu.Dialogues;
using VoiceMed.Nlu.Packs;
using VoiceMed.Nlu.Tests.TestData;
using Xunit;

namespace VoiceMed.Nlu.Tests.Dialogues;

public sealed class DialogueTests : IDisposable
{
    private readonly PackFolder _pack = new();
    private readonly PackStore _store;
    private readonly Dialogue _dialogue;

    public DialogueTests()
    {
        _store = _pack.Load();
        _dialogue = new Dialogue(() => _store.Current);
    }

    public void Dispose()
    {
        _store.Dispose();
        _pack.Dispose();
    }

    [Fact]
    public void Hear_PatientKnown_IsInherited()
    {
        _dialogue.Context = DialogueContext.Empty.With("patient", "P1");

        var turn = _dialogue.Hear("покажи посещения", "ru");

        Assert.Equal(DialogueAct.Execute, turn.Act);
        Assert.Equal("P1", turn.Intent!.Call!.Parameters["patient"]);
    }

    [Fact]
    public void Hear_PatientMissing_AsksAndTheAnswerFillsTheSlot()
    {
        var asked = _dialogue.Hear("покажи последние два посещения", "ru");
        var answered = _dialogue.Hear("Иванова Мария", "ru");

        Assert.Equal((DialogueAct.AskSlot, "patient"), (asked.Act, asked.Slot));
        Assert.Equal(DialogueAct.Execute, answered.Act);
        Assert.Equal(["P1", "2"], [answered.Intent!.Slots["patient"].Value, answered.Intent.Slots["count"].Value]);
    }

    [Fact]
    public void Hear_NewRequestInsteadOfAnAnswer_IsFollowed()
    {
        _dialogue.Hear("покажи посещения", "ru");

        Assert.Equal("vitals.latest", _dialogue.Hear("какое давление", "ru").Intent!.Intent);
    }

    [Fact]
    public void Hear_AmbiguousPatient_LetsThePersonChoose()
    {
        var turn = _dialogue.Hear("посещения кузнецова", "ru");
        var chosen = _dialogue.Hear("кузнецов сергей", "ru");

        Assert.Equal((DialogueAct.Choose, "patient"), (turn.Act, turn.Slot));
        Assert.Equal("P2", chosen.Intent!.Slots["patient"].Value);
    }

    [Fact]
    public void Hear_Correction_ReplacesOneSlotAndKeepsTheOthers()
    {
        Ask("последние три посещения в центральной больнице");

        var turn = _dialogue.Hear("нет, из городской больницы", "ru");

        Assert.Equal("visits.list", turn.Intent!.Intent);
        Assert.Equal(["H2", "3"], [turn.Intent.Slots["hospital"].Value, turn.Intent.Slots["count"].Value]);
    }

    [Fact]
    public void Hear_FollowUp_KeepsTheRest()
    {
        Ask("посещения в центральной больнице");

        var turn = _dialogue.Hear("а за последние три месяца", "ru");

        Assert.Equal(["H1", "P3M"], [turn.Intent!.Slots["hospital"].Value, turn.Intent.Slots["period"].Value]);
    }

    [Fact]
    public void Hear_FreshRequest_IsNotSilentlyNarrowed()
    {
        Ask("посещения в центральной больнице");

        Assert.DoesNotContain("hospital", _dialogue.Hear("покажи посещения", "ru").Intent!.Slots.Keys);
    }

    [Fact]
    public void Hear_ThisHospital_IsTheOneSpokenOf()
    {
        Ask("посещения в центральной больнице");

        Assert.Equal("H1", _dialogue.Hear("посещения из этой больницы", "ru").Intent!.Slots["hospital"].Value);
    }

    [Fact]
    public void Hear_SecondHospital_CountsTheHospitalsOnTheScreen()
    {
        Ask("покажи посещения", new("v1", "H2"), new("v2", "H2"), new("v3", "H1"));

        Assert.Equal("H1", _dialogue.Hear("посещения из второй больницы", "ru").Intent!.Slots["hospital"].Value);
    }

    [Theory]
    [InlineData("открой второй документ", "d2")]
    [InlineData("открой последний", "d3")]
    public void Hear_NumberOnTheScreen_IsTheItem(string said, string item)
    {
        Ask("покажи посещения", new("d1"), new("d2"), new("d3"));

        Assert.Equal(item, _dialogue.Hear(said, "ru").Intent!.Slots["item"].Value);
    }

    [Fact]
    public void Hear_NumberBeyondTheList_NoSuchItem()
    {
        Ask("покажи посещения", new("d1"), new("d2"));

        Assert.Equal(DialogueAct.NoSuchItem, _dialogue.Hear("открой пятый документ", "ru").Act);
    }

    [Fact]
    public void Hear_ExplicitConfirmation_OneShortWordIsNotEnough()
    {
        Assert.Equal(DialogueAct.AskConfirmation, _dialogue.Hear("экстренный доступ угроза жизни", "ru").Act);

        Assert.Equal(DialogueAct.AskConfirmation, _dialogue.Hear("да", "ru").Act);
        var confirmed = _dialogue.Hear("да подтверждаю", "ru");

        Assert.Equal((DialogueAct.Execute, "emergency.access"), (confirmed.Act, confirmed.Intent!.Intent));
    }

    [Theory]
    [InlineData("нет")]
    [InlineData("отмена")]
    public void Hear_ConfirmationDeclined_Cancelled(string said)
    {
        _dialogue.Hear("экстренный доступ угроза жизни", "ru");

        Assert.Equal(DialogueAct.Cancelled, _dialogue.Hear(said, "ru").Act);
        Assert.Null(_dialogue.Context.Pending);
        Assert.NotEqual("emergency.access", _dialogue.Hear("да подтверждаю", "ru").Intent?.Intent);
    }

    [Fact]
    public void Hear_ConfirmationOfSomethingElse_NeverExecutesThePending()
    {
        _dialogue.Hear("экстренный доступ угроза жизни", "ru");
        _dialogue.Hear("какое давление", "ru");

        Assert.NotEqual("emergency.access", _dialogue.Hear("да подтверждаю", "ru").Intent?.Intent);
    }

    [Fact]
    public void Reset_ForgetsThePatient()
    {
        _dialogue.Context = DialogueContext.Empty.With("patient", "P1");

        _dialogue.Reset();

        Assert.Equal(DialogueAct.AskSlot, _dialogue.Hear("покажи посещения", "ru").Act);
    }

    private void Ask(string said, params DialogueItem[] shown)
    {
        _dialogue.Context = _dialogue.Context.With("patient", "P1");
        var turn = _dialogue.Hear(said, "ru");
        Assert.Equal(DialogueAct.Execute, turn.Act);
        _dialogue.Answered(turn.Intent!, shown.Length > 0 ? shown : null);
    }
}
