using VoiceMed.Assistant.Screen.Cards;
using VoiceMed.Assistant.Screen.Events;

namespace VoiceMed.EndToEnd.Tests.Bedside;

/// <summary>Every state the bedside page can be in, as the events that paint it.</summary>
public static class Pictures
{
    private static readonly CardProof Proof = new(true, "rfc6962-checkpoint", "5 records traced to checkpoint 184, signed by 3 of 3 hospitals.", "consent.permit:c-12");
    private static readonly ScreenPatient Maria = new("p-1001", "Иванова Мария Петровна", "1956-03-12", "3-2", true);
    private static readonly ScreenPatient Mary = new("p-2001", "Johnson, Mary Elizabeth", "1956-03-12", "3-2", true);

    public static IReadOnlyDictionary<string, ScreenEvent[]> All { get; } = new Dictionary<string, ScreenEvent[]>
    {
        ["welcome"] = [new StateEvent(ScreenState.Asleep)],
        ["preselected"] = [new StateEvent(ScreenState.Listening), new PatientEvent(Maria with { Confirmed = false }), new QuestionEvent("q-1", "Пациент Иванова Мария Петровна, родилась двенадцатого марта 1956 года. Верно?")],
        ["visits"] = [.. Doctor(), new TranscriptEvent("ассистент покажи последние посещения этого пациента", true, "ru"), new StateEvent(ScreenState.Speaking), new SayEvent(1, "Иванова Мария Петровна. Пять посещений. Последнее: четырнадцатого ноября, кардиология.", "ru"), new CardEvent(Visits())],
        ["visits-en"] = [new SettingsEvent("en", false, 70), .. Doctor("en"), new TranscriptEvent("assistant show last visits for this patient", true, "en"), new CardEvent(VisitsEn())],
        ["documents"] = [.. Doctor(), new CardEvent(Documents())],
        ["document-text"] = [.. Doctor(), new CardEvent(TextDocument())],
        ["document-ecg"] = [.. Doctor(), new CardEvent(EcgDocument())],
        ["vitals-trend"] = [.. Doctor(), new CardEvent(Trend())],
        ["vitals-all"] = [.. Doctor(), new CardEvent(Vitals())],
        ["medications"] = [.. Doctor(), new CardEvent(Medications())],
        ["allergies"] = [.. Doctor(), new CardEvent(Allergies())],
        ["allergies-unrecorded"] = [.. Doctor(), new CardEvent(new AllergiesCard { Id = "c", Title = "Аллергии", Patient = Maria.Name, Items = [], Proof = Proof })],
        ["labs"] = [.. Doctor(), new CardEvent(Labs())],
        ["lab-trend"] = [.. Doctor(), new CardEvent(LabTrend())],
        ["access"] = [.. Doctor(), new CardEvent(Access())],
        ["consents"] = [.. Doctor(), new CardEvent(Consents())],
        ["diagnoses"] = [.. Doctor(), new CardEvent(Diagnoses())],
        ["patients"] = [new StateEvent(ScreenState.Listening), new CardEvent(new PatientsCard { Id = "c", Title = "Кто из них?", Items = [new("Иванова Мария Петровна", "1956-03-12", "3-2"), new("Иванова Мария Сергеевна", "1991-07-30", null)] })],
        ["resource"] = [.. Doctor(), new CardEvent(Resource("genuine"))],
        ["resource-recalled"] = [.. Doctor(), new CardEvent(Resource("recalled"))],
        ["stock"] = [.. Doctor(), new CardEvent(new StockCard { Id = "c", Title = "Наличие: гепарин", Items = [new("Вторая городская больница", "Гепарин 5000 МЕ/мл", 42, 20), new("Центральная больница", "Гепарин 5000 МЕ/мл", 6, 20)] })],
        ["message"] = [.. Doctor(), new CardEvent(new MessageCard { Id = "c", Title = "Что можно спросить", Lines = ["Посещения, документы, анализы, давление, лекарства, аллергии.", "«Открой второй», «дальше», «повтори», «стоп»."] })],
        ["challenge"] = [new PatientEvent(Maria), new SpeakerEvent("d-1", "Смирнова Анна", 0.71, SpeakerTrust.Building), new StateEvent(ScreenState.Listening), new ChallengeEvent("Скажите, пожалуйста, четыре цифры", "4719", 20)],
        ["refused"] = [new SpeakerEvent(null, null, 0.04, SpeakerTrust.Lost), new BlankEvent("trust.lost", "Голос не узнан, данные скрыты."), new StateEvent(ScreenState.Locked), new TranscriptEvent("покажи последние посещения", true, "ru"), new RefusedEvent("voice.unverified", "Голос не подтверждён. Назовите себя или введите PIN-код.")],
        ["blank"] = [new BlankEvent("session.locked", "Экран закрыт. Скажите «ассистент», чтобы продолжить."), new StateEvent(ScreenState.Locked)],
        ["not-understood"] = [.. Doctor(), new TranscriptEvent("покажи посещение погоды", true, "ru"), new NotUnderstoodEvent("Я не понял вопрос. Может быть, вы хотели:", ["покажи последние посещения", "покажи документы"])],
        ["error"] = [.. Doctor(), new ErrorEvent("ledger.unavailable", "Журнал записей не отвечает. Повторите вопрос через минуту.")],
        ["thinking"] = [.. Doctor(), new StateEvent(ScreenState.Thinking), new TranscriptEvent("какое давление было сегодня", true, "ru")],
    };

    public static IEnumerable<ScreenEvent> Doctor(string language = "ru") =>
    [
        new PatientEvent(language == "ru" ? Maria : Mary),
        new SpeakerEvent("d-1", language == "ru" ? "Смирнова Анна" : "Dr Emily Carter", 0.97, SpeakerTrust.Trusted),
        new StateEvent(ScreenState.Listening),
        new HintsEvent(language == "ru"
            ? ["открой второй", "документы из этой больницы", "какие аллергии", "какое давление"]
            : ["open the second", "documents from this hospital", "any allergies"]),
    ];

    public static VisitsCard Visits() => new()
    {
        Id = "c-1",
        Title = "Последние посещения",
        Patient = Maria.Name,
        Total = 8,
        Proof = Proof,
        Items =
        [
            new("Вторая городская больница", "cardiology", "2026-11-14", "2026-11-20", "Стенокардия напряжения"),
            new("Центральная больница", "emergency", "2026-11-14", null, "Боль за грудиной"),
            new("Городская больница № 1", "ophthalmology", "2026-06-02", null, "Плановый осмотр глазного дна"),
            new("Вторая городская больница", "cardiology", "2026-01-22", null, "Контроль артериального давления"),
            new("Центральная больница", "surgery", "2025-09-03", "2025-09-10", "Холецистэктомия"),
        ],
    };

    private static VisitsCard VisitsEn() => new()
    {
        Id = "c-1",
        Title = "Last visits",
        Patient = Mary.Name,
        Total = 3,
        Proof = Proof,
        Focus = 2,
        Items =
        [
            new("City Hospital No. 2", "cardiology", "2026-11-14", "2026-11-20", "Exertional angina"),
            new("Central Hospital", "emergency", "2026-11-14", null, "Chest pain"),
            new("City Hospital No. 1", "ophthalmology", "2026-06-02", null, "Routine fundus examination"),
        ],
    };

    private static DocumentsCard Documents() => new()
    {
        Id = "c-2",
        Title = "Документы: вторая городская больница",
        Patient = Maria.Name,
        Total = 4,
        Proof = Proof,
        Items =
        [
            new("discharge_summary", "Выписной эпикриз", "Вторая городская больница", "2026-11-20", "normal"),
            new("ecg", "ЭКГ покоя в 12 отведениях", "Вторая городская больница", "2026-11-15", "normal"),
            new("lab_report", "Биохимический анализ крови", "Вторая городская больница", "2026-11-15", "normal"),
            new("consultation", "Консультация психиатра", "Вторая городская больница", "2026-01-23", "restricted"),
        ],
    };

    private static DocumentCard TextDocument() => new()
    {
        Id = "c-3",
        Title = "Выписной эпикриз",
        Patient = Maria.Name,
        DocumentKind = "discharge_summary",
        Hospital = "Вторая городская больница",
        Date = "2026-11-20",
        ContentType = "text/plain; charset=utf-8",
        Proof = Proof,
        Text = "Поступила с жалобами на давящие боли за грудиной при ходьбе.\n\nЭКГ: ритм синусовый, 72 в минуту, без острых изменений. Тропонин отрицательный дважды.\n\n" +
            "Рекомендовано: бисопролол 5 мг утром, аторвастатин 40 мг вечером, ацетилсалициловая кислота 100 мг. Контроль давления дважды в день.\n\nКонсультация кардиолога через месяц.",
    };

    private static DocumentCard EcgDocument()
    {
        var samples = Enumerable.Range(0, 2000).Select(i => Beat(i / 250.0 % 0.83).ToString("0.###"));
        var lead = string.Join(",", samples);
        return new()
        {
            Id = "c-4",
            Title = "ЭКГ покоя",
            Patient = Maria.Name,
            DocumentKind = "ecg",
            Hospital = "Вторая городская больница",
            Date = "2026-11-15",
            ContentType = "application/vnd.voicemed.ecg+json",
            Proof = Proof,
            Text = $$"""{"samplesPerSecond":250,"leads":[{"name":"I","samples":[{{lead}}]},{"name":"II","samples":[{{lead}}]},{"name":"V5","samples":[{{lead}}]}]}""",
        };
    }

    private static double Beat(double t)
    {
        static double Wave(double t, double at, double width, double height) => height * Math.Exp(-Math.Pow((t - at) / width, 2));
        return Wave(t, 0.16, 0.025, 0.12) + Wave(t, 0.275, 0.008, -0.12) + Wave(t, 0.3, 0.011, 1.1) + Wave(t, 0.325, 0.009, -0.25) + Wave(t, 0.52, 0.05, 0.28);
    }

    private static VitalsCard Trend() => new()
    {
        Id = "c-5",
        Title = "Давление за неделю",
        Patient = Maria.Name,
        Proof = Proof,
        Items = [new("blood_pressure", "mm[Hg]", [.. Enumerable.Range(0, 12).Select(i => new VitalPoint($"2026-11-{10 + i:00}T05:10:00Z", 162 - (i * 2) + (i % 3 * 3), 96 - i + (i % 2 * 2)))])],
    };

    private static VitalsCard Vitals() => new()
    {
        Id = "c-6",
        Title = "Показатели сегодня",
        Patient = Maria.Name,
        Proof = Proof,
        Items =
        [
            new("blood_pressure", "mm[Hg]", [new("2026-11-21T05:10:00Z", 138, 84)]), new("pulse", "/min", [new("2026-11-21T05:10:00Z", 72, null)]),
            new("temperature", "Cel", [new("2026-11-21T05:10:00Z", 36.6m, null)]), new("saturation", "%", [new("2026-11-21T05:10:00Z", 97, null)]),
        ],
    };

    private static MedicationsCard Medications() => new()
    {
        Id = "c-7",
        Title = "Лекарства",
        Patient = Maria.Name,
        Proof = Proof,
        Items = [new("Бисопролол", "5 мг утром", "2026-01-22", null), new("Аторвастатин", "40 мг вечером", "2026-11-15", null), new("Амоксициллин", "500 мг 3 раза в день", "2026-06-02", "2026-06-09")],
    };

    private static AllergiesCard Allergies() => new()
    {
        Id = "c-8",
        Title = "Аллергии",
        Patient = Maria.Name,
        Proof = Proof,
        Items = [new("Пенициллин", "анафилаксия", "high", "2019-04-11"), new("Йодсодержащие контрасты", "крапивница", "low", "2023-10-02"), new("Лидокаин", null, "unable-to-assess", "2024-02-19")],
    };

    private static LabsCard Labs() => new()
    {
        Id = "c-9",
        Title = "Последние анализы",
        Patient = Maria.Name,
        Proof = Proof,
        Items =
        [
            new("Глюкоза", "mmol/L", 3.9m, 6.1m, [new("2026-11-15T06:20:00Z", 7.8m, null)]), new("Гемоглобин", "g/L", 120, 160, [new("2026-11-15T06:20:00Z", 131, null)]),
            new("Калий", "mmol/L", 3.5m, 5.1m, [new("2026-11-15T06:20:00Z", 3.3m, null)]), new("Креатинин", "umol/L", 44, 97, [new("2026-11-15T06:20:00Z", 82, null)]),
        ],
    };

    private static LabsCard LabTrend() => new()
    {
        Id = "c-10",
        Title = "Глюкоза",
        Patient = Maria.Name,
        Proof = Proof,
        Items = [new("Глюкоза", "mmol/L", 3.9m, 6.1m, [.. Enumerable.Range(0, 9).Select(i => new VitalPoint($"2026-{2 + i:00}-12T06:20:00Z", 5.2m + (i * 0.35m) - (i % 3 * 0.5m), null))])],
    };

    private static AccessCard Access() => new()
    {
        Id = "c-11",
        Title = "Кто смотрел карту",
        Patient = Maria.Name,
        Proof = Proof,
        Items =
        [
            new("2026-11-21T18:41:00Z", null, "последние посещения", false, "голос не подтверждён", false),
            new("2026-11-21T18:40:00Z", "Смирнова Анна", "последние посещения", true, "согласие пациента", false),
            new("2026-11-14T09:12:00Z", "Кузнецов Олег", "аллергии", true, "экстренный доступ", true),
        ],
    };

    private static ConsentsCard Consents() => new()
    {
        Id = "c-12",
        Title = "Согласия",
        Patient = Maria.Name,
        Proof = Proof,
        Items = [new("Вторая городская больница", "все записи", true, "2026-01-01", null, true), new("Центральная больница", "документы", false, "2026-03-01", "2027-03-01", true), new("Кузнецов Олег", "посещения", true, "2025-01-01", "2025-12-31", false)],
    };

    private static DiagnosesCard Diagnoses() => new()
    {
        Id = "c-13",
        Title = "Диагнозы",
        Patient = Maria.Name,
        Proof = Proof,
        Items = [new("I20.8", "Стенокардия напряжения", true, "2026-11-15"), new("I10", "Гипертоническая болезнь", true, "2019-05-03"), new("K80.1", "Желчнокаменная болезнь", false, "2025-09-03")],
    };

    private static ResourceCard Resource(string status) => new()
    {
        Id = "c-14",
        Title = "Проверка упаковки",
        Status = status,
        Code = "010460123456789021A1B2C3",
        Name = "Гепарин 5000 МЕ/мл, 5 мл",
        Details = new Dictionary<string, string> { ["Производитель"] = "Московский эндокринный завод", ["Серия"] = "A1B2C3", ["Годен до"] = "03.2028" },
    };
}
