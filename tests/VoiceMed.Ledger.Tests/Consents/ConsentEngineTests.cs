using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using VoiceMed.Ledger.Consents;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;
using Xunit;

namespace VoiceMed.Ledger.Tests.Consents;

public class ConsentEngineTests
{
    private static readonly PatientId Patient = new("patient-1");
    private static readonly HospitalId First = new("hospital-1");
    private static readonly HospitalId Second = new("hospital-2");
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 22, 12, 0);
    private static readonly ConsentEngine Engine = new(LawRules.Default, DateTimeZone.Utc);

    private static readonly Gen<Consent> AnyConsent =
        from id in Gen.Choose(1, 30)
        from permit in Gen.Elements(true, false)
        from grantee in Gen.Elements((GranteeKind.Hospital, "hospital-1"), (GranteeKind.Hospital, "hospital-2"), (GranteeKind.Doctor, "house"), (GranteeKind.Doctor, "other"), (GranteeKind.Role, "doctor"), (GranteeKind.Anyone, "*"))
        from kind in Gen.Elements("*", "visit", "lab")
        from purpose in Gen.Elements("*", "TREAT", "PATRQT")
        from start in Gen.Choose(-5, 5)
        from length in Gen.Choose(0, 6)
        select Consent($"c-{id}", permit, grantee.Item1, grantee.Item2) with
        {
            Kinds = [kind],
            Purpose = purpose,
            ValidFrom = Now + Duration.FromDays(start),
            ValidUntil = length == 6 ? null : Now + Duration.FromDays(start + length),
        };

    private static readonly Gen<(Consent[] Consents, AccessQuestion Question, PatientSituation Situation)> AnyCase =
        from consents in AnyConsent.ListOf().Select(static list => list.DistinctBy(static consent => consent.Id).ToArray())
        from kind in Gen.Elements("visit", "lab", "document")
        from hospital in Gen.Elements(First, Second)
        from owner in Gen.Elements<HospitalId?>(First, Second, null)
        from purpose in Gen.Elements("TREAT", "PATRQT", "HOPERAT")
        from ward in Gen.Elements<HospitalId?>(First, Second, null)
        select (consents, Question(hospital, kind, owner, purpose), new PatientSituation { Consents = consents, Ward = ward });

    [Fact]
    public void Decide_AddingARefusal_NeverWidensAccess() => Check.QuickThrowOnFailure(Prop.ForAll(
        AnyCase.SelectMany(static sample => AnyConsent.Select(added => (sample, added))).ToArbitrary(),
        static pair =>
        {
            var (sample, added) = pair;
            var before = Engine.Decide(sample.Question, sample.Situation, AskerStatus.Active);
            var deny = added with { Id = "added", Permit = false };
            var after = Engine.Decide(sample.Question, sample.Situation with { Consents = [.. sample.Consents, deny] }, AskerStatus.Active);
            return before.Granted || !after.Granted;
        }));

    [Fact]
    public void Decide_AnyOrderOfConsentsAndLaws_DecidesTheSameByTheSameRule() => Check.QuickThrowOnFailure(Prop.ForAll(
        AnyCase.ToArbitrary(),
        static sample =>
        {
            var backwards = new ConsentEngine([.. LawRules.Default.Reverse()], DateTimeZone.Utc);
            var one = Engine.Decide(sample.Question, sample.Situation, AskerStatus.Active);
            return one == backwards.Decide(sample.Question, sample.Situation with { Consents = [.. sample.Consents.Reverse()] }, AskerStatus.Active);
        }));

    [Fact]
    public void Decide_AnythingAtAll_NamesItsRule() => Check.QuickThrowOnFailure(Prop.ForAll(
        AnyCase.ToArbitrary(),
        static sample => Engine.Decide(sample.Question, sample.Situation, AskerStatus.Active) is { Rule.Length: > 0, Code.Length: > 0 }));

    [Fact]
    public void Decide_RevokedAccount_IsRefusedWhateverThePatientPermits() => Check.QuickThrowOnFailure(Prop.ForAll(
        AnyCase.ToArbitrary(),
        static sample => Engine.Decide(sample.Question, sample.Situation, AskerStatus.Revoked) is { Granted: false }));

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(59, true)]
    [InlineData(60, false)]
    public void Decide_AtTheEdgesOfAConsent_IsHalfOpen(int seconds, bool granted)
    {
        var consent = Consent("c-1", permit: true, GranteeKind.Hospital, "hospital-2") with { ValidFrom = Now, ValidUntil = Now + Duration.FromMinutes(1) };

        var decision = Engine.Decide(
            Question(Second, "visit", First, "TREAT") with { At = Now + Duration.FromSeconds(seconds) },
            new PatientSituation { Consents = [consent] },
            AskerStatus.Active);

        Assert.Equal(granted, decision.Granted);
    }

    [Fact]
    public void Decide_RevokedConsent_HoldsUntilItsRevocation()
    {
        var permit = Consent("c-1", permit: true, GranteeKind.Hospital, "hospital-2");
        var revocation = Consent("c-2", permit: true, GranteeKind.Hospital, "hospital-2") with { Revokes = "c-1", ValidFrom = Now };
        var situation = new PatientSituation { Consents = [permit, revocation] };
        var question = Question(Second, "visit", First, "TREAT");

        Assert.True(Engine.Decide(question with { At = Now - Duration.Epsilon }, situation, AskerStatus.Active).Granted);
        Assert.False(Engine.Decide(question with { At = Now }, situation, AskerStatus.Active).Granted);
    }

    [Fact]
    public void Decide_OpenEmergency_OutranksThePatientsRefusalForThatDoctorAndTimeOnly()
    {
        var deny = Consent("c-1", permit: false, GranteeKind.Anyone, "*");
        var emergency = new EmergencyAccess
        {
            Id = "e-1",
            Patient = Patient,
            Doctor = new DoctorId("house"),
            Reason = "reason",
            From = Now,
            Until = Now + Duration.FromMinutes(30),
        };
        var situation = new PatientSituation { Consents = [deny], Emergencies = [emergency] };
        var question = Question(Second, "visit", First, "TREAT");

        Assert.Equal("law.emergency", Engine.Decide(question, situation, AskerStatus.Active).Rule);
        Assert.Equal("consent.deny", Engine.Decide(question with { At = emergency.Until }, situation, AskerStatus.Active).Code);
        Assert.Equal("consent.deny", Engine.Decide(question with { Asker = question.Asker with { Doctor = new DoctorId("other") } }, situation, AskerStatus.Active).Code);
    }

    [Fact]
    public void Decide_Admin_OverseesButReadsNoRecord()
    {
        var admin = Question(First, "access", null, "HOPERAT");
        admin = admin with { Asker = admin.Asker with { Role = "admin" } };
        var situation = new PatientSituation { Ward = First };

        Assert.Equal("law.oversight", Engine.Decide(admin, situation, AskerStatus.Active).Rule);
        Assert.Equal("law.role", Engine.Decide(admin with { Kind = "visit" }, situation, AskerStatus.Active).Rule);
    }

    [Fact]
    public void Decide_ErasedPatient_IsRefusedByLaw() => Assert.Equal(
        "law.erased", Engine.Decide(Question(First, "visit", First, "TREAT"), new PatientSituation { Erased = true, Ward = First }, AskerStatus.Active).Rule);

    private static AccessQuestion Question(HospitalId hospital, string kind, HospitalId? owner, string purpose) => new(
        Patient, kind, owner, new AccessContext { Doctor = new DoctorId("house"), Role = "doctor", Hospital = hospital, Purpose = purpose }, Now);

    private static Consent Consent(string id, bool permit, GranteeKind kind, string grantee) => new()
    {
        Id = id,
        Patient = Patient,
        Permit = permit,
        GranteeKind = kind,
        Grantee = grantee,
        Kinds = ["*"],
        Purpose = "*",
        ValidFrom = Now - Duration.FromDays(1),
    };
}
