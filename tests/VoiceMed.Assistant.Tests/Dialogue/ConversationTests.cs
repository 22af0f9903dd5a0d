using NodaTime;
using VoiceMed.Assistant.Dialogue;
using VoiceMed.Assistant.Hearing;
using VoiceMed.Assistant.Pipeline;
using VoiceMed.Assistant.Screen.Cards;
using VoiceMed.Assistant.Screen.Events;
using VoiceMed.Assistant.Tests.Harness;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;
using VoiceMed.Speech.Audio;
using Xunit;

namespace VoiceMed.Assistant.Tests.Dialogue;

[Collection(SharedDemoHouse.Name)]
public class ConversationTests(DemoHouse house)
{
    [Theory]
    [InlineData("ru", "smirnova", "пациент иванова мария", "да подтверждаю", "покажи последние посещения этого пациента", "patient-1")]
    [InlineData("en", "carter", "patient mary johnson", "yes i confirm", "show last visits for this patient", "patient-2")]
    public async Task Turn_PatientConfirmedThenVisits_ShowsProvenVisitsOfThatPatient(
        string language, string doctor, string select, string yes, string ask, string patient)
    {
        var (conversation, _) = await house.SignedInAsync(doctor, language);

        var selected = await conversation.TurnAsync(TurnInput.Typed(select, language));
        var confirmed = await conversation.TurnAsync(TurnInput.Typed(yes, language));
        var visits = await conversation.TurnAsync(TurnInput.Typed(ask, language));

        Assert.Equal(TurnOutcome.Confirm, selected.Report.Verdict.Outcome);
        Assert.Equal(TurnOutcome.Answered, confirmed.Report.Verdict.Outcome);
        Assert.Equal(TurnOutcome.Answered, visits.Report.Verdict.Outcome);
        Assert.Equal(patient, visits.Report.Asked!.Arguments["patient"]);
        Assert.True(visits.Report.Asked.Verified);
        Assert.NotEmpty(Assert.IsType<VisitsCard>(visits.Report.Answered.Card).Items);
    }

    [Theory]
    [InlineData("ru", "smirnova", "покажи последние посещения")]
    [InlineData("en", "carter", "show last visits")]
    public async Task Turn_BedPreselectsPatient_NothingIsShownBeforeTwoIdentifiersAreConfirmed(string language, string doctor, string ask)
    {
        var gate = house.Host.CreateGate();
        var conversation = await house.Host.CreateConversationAsync(DemoHouse.Terminal(language, "3-2"), language, gate);
        gate.TrustOperator(new DoctorId(doctor));

        var output = await conversation.TurnAsync(TurnInput.Typed(ask, language));

        Assert.Equal(TurnOutcome.Confirm, output.Report.Verdict.Outcome);
        Assert.Null(output.Report.Answered.Card);
        Assert.Contains("1958", output.Report.Answered.Speech, StringComparison.Ordinal);
        Assert.Null(output.Report.Asked);
    }

    [Fact]
    public async Task Turn_AnotherDoctorAfterTheScreenWasLocked_InheritsNothing()
    {
        var gate = house.Host.CreateGate();
        var conversation = await house.Host.CreateConversationAsync(DemoHouse.Terminal("ru"), "ru", gate);
        gate.TrustOperator(new DoctorId("smirnova"));
        conversation.Identify((await PatientAsync("patient-1")).Items[0]);
        await conversation.TurnAsync(TurnInput.Typed("покажи последние посещения", "ru"));
        conversation.State.Emergency = "emergency-of-the-former";
        Assert.NotNull(conversation.State.List);
        gate.Lock();

        gate.TrustOperator(new DoctorId("kuznetsov"));
        var output = await conversation.TurnAsync(TurnInput.Typed("помощь", "ru"));

        Assert.Null(conversation.State.Patient);
        Assert.Null(conversation.State.List);
        Assert.Null(conversation.State.Emergency);
        Assert.Contains(output.Events, happening => happening is BlankEvent { Reason: "session.handover" });
    }

    [Fact]
    public async Task Turn_TheSameDoctorAfterTheScreenWasLocked_KeepsThePatient()
    {
        var gate = house.Host.CreateGate();
        var conversation = await house.Host.CreateConversationAsync(DemoHouse.Terminal("ru"), "ru", gate);
        gate.TrustOperator(new DoctorId("smirnova"));
        conversation.Identify((await PatientAsync("patient-1")).Items[0]);
        await conversation.TurnAsync(TurnInput.Typed("помощь", "ru"));
        gate.Lock();

        gate.TrustOperator(new DoctorId("smirnova"));
        await conversation.TurnAsync(TurnInput.Typed("помощь", "ru"));

        Assert.Equal("patient-1", conversation.State.Patient?.Record.Patient.Value);
    }

    [Fact]
    public async Task Turn_AnotherDoctorAtABed_IsOfferedTheBedsPatientToBeConfirmedAnew()
    {
        var gate = house.Host.CreateGate();
        var conversation = await house.Host.CreateConversationAsync(DemoHouse.Terminal("ru", "3-2"), "ru", gate);
        var bed = conversation.State.Patient!.Record;
        gate.TrustOperator(new DoctorId("smirnova"));
        conversation.Identify(bed);
        await conversation.TurnAsync(TurnInput.Typed("помощь", "ru"));
        gate.Lock();

        gate.TrustOperator(new DoctorId("kuznetsov"));
        await conversation.TurnAsync(TurnInput.Typed("помощь", "ru"));

        Assert.Equal((bed.Patient, false), (conversation.State.Patient!.Record.Patient, conversation.State.Patient.Confirmed));
    }

    [Fact]
    public async Task Turn_NobodySignedIn_RefusedWithoutAskingTheLedger()
    {
        var conversation = await house.Host.CreateConversationAsync(DemoHouse.Terminal("ru", "3-2"), "ru", house.Host.CreateGate());

        var output = await conversation.TurnAsync(TurnInput.Typed("покажи последние посещения", "ru"));

        Assert.Equal(TurnOutcome.Refused, output.Report.Verdict.Outcome);
        Assert.Null(output.Report.Asked);
        Assert.Contains(output.Events, happening => happening is RefusedEvent);
    }

    [Fact]
    public async Task Turn_Refused_LeavesOneAuditEntryAndChangesNothingRemembered()
    {
        var conversation = await house.Host.CreateConversationAsync(DemoHouse.Terminal("ru"), "ru", house.Host.CreateGate());
        conversation.Identify((await PatientAsync("patient-3")).Items[0]);
        var before = conversation.State.Dialogue.Context;

        var output = await conversation.TurnAsync(TurnInput.Typed("документы из второй больницы", "ru"));

        var history = await house.Host.Ledger.GetAccessHistoryAsync(
            new PatientId("patient-3"), null, null, new AccessContext { Doctor = new DoctorId("admin"), Role = "admin", Purpose = "HOPERAT", Turn = "test.history", Hospital = new HospitalId("hospital-1") });
        Assert.Single(history.Items, access => access.Turn == output.Report.Turn && !access.Granted);
        Assert.Equal(before, conversation.State.Dialogue.Context);
    }

    [Fact]
    public async Task Turn_FollowUps_KeepToTheListOnTheScreen()
    {
        var (conversation, _) = await house.SignedInAsync("smirnova", "ru");
        conversation.Identify((await PatientAsync("patient-1")).Items[0]);

        var list = await conversation.TurnAsync(TurnInput.Typed("открой документы из второй больницы", "ru"));
        var opened = await conversation.TurnAsync(TurnInput.Typed("открой первый", "ru"));

        var documents = Assert.IsType<DocumentsCard>(list.Report.Answered.Card);
        var document = Assert.IsType<DocumentCard>(opened.Report.Answered.Card);
        Assert.Equal(documents.Items[0].Title, document.Title);
    }

    [Fact]
    public async Task Turn_StrangersVoice_RefusedAndScreenBlanked()
    {
        var (conversation, _) = await house.SignedInAsync("smirnova", "ru");
        conversation.Identify((await PatientAsync("patient-1")).Items[0]);
        var doctor = await SayAsync(conversation, "ru/smirnova/01-visits.wav");

        var visitor = await SayAsync(conversation, "ru/visitor/04-read.wav");

        Assert.Equal(TurnOutcome.Answered, doctor.Report.Verdict.Outcome);
        Assert.Equal(TurnOutcome.Refused, visitor.Report.Verdict.Outcome);
        Assert.Contains(visitor.Events, happening => happening is BlankEvent);
        Assert.DoesNotContain(visitor.Events, happening => happening is CardEvent);
    }

    [Theory]
    [InlineData("ru", "smirnova", "ru/kuznetsov/01-visits.wav", "kuznetsov")]
    [InlineData("en", "carter", "en/bennett/01-visits.wav", "bennett")]
    public async Task Turn_AnotherDoctorSpeaks_BeginsTheirOwnSessionWithNothingOfTheFormers(string language, string doctor, string clip, string other)
    {
        var (conversation, gate) = await house.SignedInAsync(doctor, language);
        conversation.Identify((await PatientAsync("patient-1")).Items[0]);
        await SayAsync(conversation, $"{language}/{doctor}/01-visits.wav");
        conversation.State.Emergency = "emergency-of-the-former";

        var taken = await SayAsync(conversation, clip);

        Assert.Equal(other, gate.Doctor?.Id.Value);
        Assert.Equal(TurnOutcome.Challenge, taken.Report.Verdict.Outcome);
        Assert.Null(conversation.State.Patient);
        Assert.Null(conversation.State.List);
        Assert.Null(conversation.State.Emergency);
        Assert.Contains(taken.Events, happening => happening is BlankEvent { Reason: "session.handover" });
        Assert.DoesNotContain(taken.Events, happening => happening is CardEvent);
    }

    [Fact]
    public async Task EnterPin_OfAnotherDoctor_ForgetsTheFormersPatient()
    {
        var (conversation, gate) = await house.SignedInAsync("smirnova", "ru");
        conversation.Identify((await PatientAsync("patient-1")).Items[0]);

        await conversation.EnterPinAsync(new DoctorId("kuznetsov"), "2580");

        Assert.Equal("kuznetsov", gate.Doctor?.Id.Value);
        Assert.Null(conversation.State.Patient);
    }

    [Fact]
    public async Task Turn_UnknownHospital_SaysSoAndAsksNothing()
    {
        var (conversation, _) = await house.SignedInAsync("smirnova", "ru");
        conversation.Identify((await PatientAsync("patient-1")).Items[0]);

        var output = await conversation.TurnAsync(TurnInput.Typed("документы из девятой больницы", "ru"));

        Assert.Equal(TurnOutcome.Failed, output.Report.Verdict.Outcome);
        Assert.Null(output.Report.Asked);
    }

    [Fact]
    public async Task CreateAsync_PatientAdmittedSinceTheStart_CanBeNamed()
    {
        var admitted = new Patient
        {
            Id = "patient-new",
            Patient = new PatientId("patient-new"),
            Name = new BilingualText("Зайцева Ольга Игоревна", "Zaytseva Olga Igorevna"),
            BirthDate = new LocalDate(1990, 5, 1),
            Ward = new HospitalId("hospital-1"),
            Bed = "5-1",
        };
        await house.Host.Ledger.AppendAsync(admitted, new WriteContext(new HospitalId("hospital-1"), "admission-1"));

        await using var session = await house.Host.CreateAsync(DemoHouse.Terminal("ru"), "ru");

        Assert.Equal("patient-new", house.Host.Packs.Current.Parse("пациент зайцева ольга", "ru").Intents[0].Slots["patient"].Value);
    }

    [Fact]
    public async Task Turn_SessionEnds_ForgetsPatientAndDoctor()
    {
        var (conversation, gate) = await house.SignedInAsync("smirnova", "ru");
        conversation.Identify((await PatientAsync("patient-1")).Items[0]);

        await conversation.EndAsync();

        Assert.Null(conversation.State.Patient);
        Assert.Null(gate.Doctor);
    }

    private async Task<TurnOutput> SayAsync(Conversation conversation, string clip) =>
        await conversation.TurnAsync(TurnInput.Spoken(ClipListener.Hear(house.Host, await AudioLoader.LoadAsync(DemoHouse.Clip(clip)))!));

    private async Task<LedgerClient.LedgerAnswer<LedgerClient.Records.Patient>> PatientAsync(string id) =>
        await house.Host.Ledger.GetPatientAsync(
            new PatientId(id), new AccessContext { Role = "system", Purpose = "TREAT", Turn = "test.patient" });
}
