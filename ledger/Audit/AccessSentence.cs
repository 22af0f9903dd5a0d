using System.Globalization;
using NodaTime;
using NodaTime.Text;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Audit;

/// <summary>An access as one sentence that needs no training to read, in Russian or English. Thread-safe.</summary>
public static class AccessSentence
{
    private static readonly Dictionary<string, (string Ru, string En)> Operations = new(StringComparer.Ordinal)
    {
        ["findPatients"] = ("поиск пациента", "a search for a patient"),
        ["getPatient"] = ("данные о пациенте", "who the patient is"),
        ["getHospitalVisits"] = ("посещения", "the visits"),
        ["getDocumentsFromHospital"] = ("список документов", "the list of documents"),
        ["getDocument"] = ("документ", "a document"),
        ["getObservations"] = ("показания", "the measured values"),
        ["getMedications"] = ("лекарства", "the medications"),
        ["getAllergies"] = ("аллергии", "the allergies"),
        ["getDiagnoses"] = ("диагнозы", "the diagnoses"),
        ["getLabResults"] = ("анализы", "the laboratory results"),
        ["getConsents"] = ("согласия", "the consents"),
        ["getAccessHistory"] = ("журнал доступа", "the access history"),
        ["requestEmergencyAccess"] = ("экстренный доступ", "emergency access"),
        ["getEmergencyAccesses"] = ("список экстренных доступов", "the emergency accesses"),
        ["reviewEmergencyAccess"] = ("разбор экстренного доступа", "the review of an emergency access"),
        ["verifyResource"] = ("проверка подлинности", "an authenticity check"),
        ["getStock"] = ("остатки на складе", "the stock"),
    };

    private static readonly Dictionary<string, (string Ru, string En)> Reasons = new(StringComparer.Ordinal)
    {
        ["default.treating"] = ("больница сейчас лечит пациента", "the hospital treats the patient now"),
        ["default.own-hospital"] = ("это записи самой больницы", "these are the hospital's own records"),
        ["default.deny"] = ("нет согласия пациента", "the patient has given no consent"),
        ["consent.permit"] = ("по согласию пациента", "by the patient's consent"),
        ["consent.deny"] = ("пациент запретил", "the patient has forbidden it"),
        ["law.emergency"] = ("по правилу экстренного доступа", "under the rule of emergency access"),
        ["law.emergency.reason"] = ("причина экстренного доступа не названа", "no reason for the emergency access was given"),
        ["law.public-health"] = ("для эпидемиологического надзора", "for the control of notifiable diseases"),
        ["law.oversight"] = ("в порядке надзора", "for oversight"),
        ["law.identification"] = ("для установления личности пациента", "to identify the patient"),
        ["law.erased"] = ("запись пациента уничтожена", "the patient's record was erased"),
        ["law.account.unknown"] = ("такой учётной записи нет", "there is no such account"),
        ["law.account.revoked"] = ("учётная запись отозвана", "the account was revoked"),
        ["law.account.suspended"] = ("учётная запись приостановлена", "the account is suspended"),
        ["law.account.hospital"] = ("учётная запись другой больницы", "the account is of another hospital"),
        ["law.role"] = ("роль не даёт права на это", "the role does not allow it"),
        ["law.purpose"] = ("цель запроса не указана", "the request names no purpose"),
        ["patient.unknown"] = ("такого пациента нет", "there is no such patient"),
        ["document.unknown"] = ("такого документа нет", "there is no such document"),
        ["voice.unverified"] = ("голос не подтверждён", "the voice was not verified"),
    };

    /// <summary>The sentence.</summary>
    /// <param name="access">The access.</param>
    /// <param name="language">"ru" or "en".</param>
    /// <param name="zone">The zone for the time of day.</param>
    public static string Write(AccessRecord access, string language, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(zone);
        var russian = language == "ru";
        var time = LocalDateTimePattern.CreateWithInvariantCulture(russian ? "dd.MM.yyyy HH:mm" : "yyyy-MM-dd HH:mm").Format(access.Time.InZone(zone).LocalDateTime);
        var who = access.DoctorName?.In(language) ?? access.Doctor?.Value ?? Nameless(access, russian);
        var what = Say(Operations, access.Operation, russian);
        var why = Say(Reasons, access.Reason.Split(':')[0], russian);
        var whose = access.Patient == AuditDesk.Nobody ? string.Empty : $", {(russian ? "пациент" : "patient")} {access.Patient}";
        var trust = access.Trust is { } value ? string.Create(CultureInfo.InvariantCulture, $"; {(russian ? "доверие к голосу" : "trust in the voice")} {value:F1}") : string.Empty;
        return access.Granted
            ? $"{time} {who}: {what}{whose}. {(russian ? "Показано" : "Shown")}: {why}{trust}."
            : $"{time} {who}: {what}{whose}. {(russian ? "ОТКАЗАНО" : "REFUSED")}: {why}{trust}.";
    }

    // The house asks in its own name too, for example who lies in a bed; an auditor must not take that for a stranger.
    private static string Nameless(AccessRecord access, bool russian) => access.Role == "system"
        ? (russian ? "сам ассистент" : "the assistant itself")
        : russian ? "неизвестный голос" : "an unknown voice";

    private static string Say(Dictionary<string, (string Ru, string En)> words, string code, bool russian) =>
        words.TryGetValue(code, out var known) ? (russian ? known.Ru : known.En) : code;
}
