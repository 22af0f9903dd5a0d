using NodaTime;
using VoiceMed.Ledger.Audit;
using VoiceMed.Ledger.Consents;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;
using Xunit;

namespace VoiceMed.Ledger.Tests.Audit;

public sealed class AccessSentenceTests
{
    private static readonly AccessRecord Access = new()
    {
        Id = "access-1",
        Patient = new PatientId("patient-1"),
        Time = Instant.FromUtc(2026, 11, 22, 3, 41),
        Doctor = null,
        Role = "system",
        Operation = "findPatients",
        Purpose = "TREAT",
        Granted = true,
        Reason = "law.identification",
    };

    [Theory]
    [InlineData("system", "en", "2026-11-22 03:41 the assistant itself: a search for a patient, patient patient-1. Shown: to identify the patient.")]
    [InlineData("system", "ru", "22.11.2026 03:41 сам ассистент: поиск пациента, пациент patient-1. Показано: для установления личности пациента.")]
    [InlineData("doctor", "en", "2026-11-22 03:41 an unknown voice: a search for a patient, patient patient-1. Shown: to identify the patient.")]
    public void Write_NobodyNamed_TellsTheHouseFromAStranger(string role, string language, string sentence) =>
        Assert.Equal(sentence, AccessSentence.Write(Access with { Role = role }, language, DateTimeZone.Utc));

    [Fact]
    public void Write_EveryRuleOfLaw_IsSaidInWords() => Assert.All(LawRules.Default, static rule =>
        Assert.DoesNotContain(rule.Id, AccessSentence.Write(Access with { Reason = rule.Id, Granted = rule.Permits }, "ru", DateTimeZone.Utc), StringComparison.Ordinal));
}
