using System.Text;
using VoiceMed.Nlu.Packs;
using Xunit;

namespace VoiceMed.Nlu.Tests.TestData;

/// <summary>A pack in a temporary folder, deleted afterwards.</summary>
internal sealed class PackFolder : IDisposable
{
    public const string Contract = """
        lists:
          vital: { values: [pulse, blood_pressure, temperature] }
          hospital: { dynamic: true }
          person: { dynamic: true }
        intents:
          visits.list:
            summary: Visits.
            slots:
              count: number
              period: { type: period, inherit: period }
              hospital: { type: hospital, inherit: hospital }
              patient: { type: person, inherit: patient, required: true }
            call:
              operation: getHospitalVisits
              parameters: { patient: $patient, hospital: $hospital, count: $count }
            sets: [list]
          document.open:
            summary: Opens a document.
            slots:
              index: ordinal
              item: { type: text, inherit: item }
            call: { operation: getDocument, parameters: { document: $item } }
            sets: [item]
          vitals.latest:
            summary: Vitals.
            slots:
              vital: { type: vital, many: true }
            call: { operation: getObservations, parameters: { vital: $vital } }
          emergency.access:
            summary: Emergency access.
            slots:
              reason: { type: text, required: true }
            confirm: explicit
          confirm.yes: { summary: Yes. }
          confirm.no: { summary: No. }
          cancel: { summary: Cancel. }
        """;

    public const string Russian = """
        rules:
          show: "(покажи|выведи|[я] хочу ~увидеть)"
          in_hospital: "(из|в) ({hospital}|{hospital:ordinal} ~больница|этой ~больница {hospital=this})"
        lists:
          vital:
            pulse: [пульс]
            blood_pressure: [давление, артериальное давление]
            temperature: [температура]
          hospital: { H1: [центральная больница], H2: [городская больница] }
          person: { P1: [Иванова Мария Петровна], P2: [Кузнецов Сергей Ильич], P3: [Кузнецова Анна Ильинична] }
        skip: [пожалуйста, ассистент, ну]
        corrections: [нет, не то]
        conjunctions: [и, а также]
        fragments: ["[а] <in_hospital>", "[а] за {period}", "[а] {vital}", "{patient}"]
        out-of-scope: ["закажи (пиццу|такси)", какая завтра погода]
        replies: { denied: ["Не могу: {reason}."], error: ["Не получилось."], none: ["Ничего нет."], done: ["Готово."] }
        intents:
          visits.list:
            hint: покажи посещения
            sentences:
              - "[<show>] [последние [{count}]] ~(посещение|визит) [~пациент] [{patient}] [<in_hospital>] [за {period}]"
              - "(где; ~лечиться; пациент)"
            prompts: { patient: [О каком пациенте речь?] }
            replies:
              many:
                speech: ["Нашлось {count|plural:посещение}[ за {period|period}]. {first}"]
                screen: ["{count|plural:посещение}"]
                item: "{date|date}[, {hospital}]"
            tests:
              - { say: покажи последние три визита, slots: { count: 3 } }
          document.open:
            sentences: ["открой {index} [документ]", "открой документ номер {index:number}"]
          vitals.latest:
            sentences: ["[<show>] {vital}", "(какой|какое|какая) {vital}"]
            negatives: [измерь давление]
          emergency.access:
            sentences: ["экстренный доступ [{reason}]"]
            prompts: { reason: [Назовите причину.] }
            confirm: ["Открыть экстренный доступ?"]
          confirm.yes: { sentences: ["да [подтверждаю]", подтверждаю] }
          confirm.no: { sentences: ["нет [не надо]"] }
          cancel: { sentences: [отмена, отмени] }
        dialogues:
          - name: другая больница
            context: { patient: P1 }
            turns:
              - { say: покажи посещения в центральной больнице, intent: visits.list, slots: { hospital: H1 } }
              - { say: "нет, из третьей больницы", intent: visits.list, slots: { hospital: 3 } }
        """;

    public PackFolder(string? contract = null, string? russian = null)
    {
        Path = Directory.CreateTempSubdirectory("voicemed-pack-").FullName;
        Write("intents/all.yaml", contract ?? Contract);
        Write("ru/all.yaml", russian ?? Russian);
    }

    public string Path { get; }

    public static PackOptions Options { get; } = new()
    {
        Operations =
        [
            new("getHospitalVisits", new Dictionary<string, bool> { ["patient"] = true, ["hospital"] = false, ["count"] = false }),
            new("getDocument", new Dictionary<string, bool> { ["document"] = true }),
            new("getObservations", new Dictionary<string, bool> { ["vital"] = false }),
        ],
    };

    public PackStore Load() => PackStore.Load(Path, Options);

    public void Write(string file, string text) => Write(file, Encoding.UTF8.GetBytes(text));

    public void Write(string file, byte[] content)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
