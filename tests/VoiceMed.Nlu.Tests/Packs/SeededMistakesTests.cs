using VoiceMed.Nlu.Packs;
using VoiceMed.Nlu.Tests.TestData;
using Xunit;

namespace VoiceMed.Nlu.Tests.Packs;

public sealed class SeededMistakesTests
{
    // Each line that ends in "# Nxxx" holds exactly one mistake of that code.
    private const string Contract = """
        lists:
          vital: { values: [pulse] }
          colour: { valus: [red], values: [red] } # N103
          size: { dynamic: true, values: [small] } # N205
          shape: {} # N105
        intents:
          visits.list:
            summary: Visits.
            sensitivity: secret # N205
            slots:
              patient: { type: person, required: true } # N203
              count: { type: number, requird: true } # N103
              vital: vital
            call:
              { operation: getHospitalVisit, parameters: {} } # N206
          bad intent: { summary: Name. } # N201
          no.summary: { confirm: none } # N105
          doc.open:
            summary: Opens.
            confirm: [explicit] # N104
            slots: { index: ordinal }
            call: { operation: getDocument, parameters: { document: $indx } } # N208
          two.calls:
            summary: Calls.
            call: { operation: getDocument, handler: mine, parameters: { document: x } } # N209
          web:
            summary: Web.
            call: { get: "ftp://example.org/" } # N209
          speak.secret:
            summary: Secret.
            sensitivity: restricted
            present: speak # N210
        """;

    private const string Language = """
        rules:
          show: "(покажи|выведи" # N301
          loop: "раз <loop>" # N303
        lists:
          vital: { pulse: [пульс], wings: [крылья] } # N307
          nothing: { a: [б] } # N204
        intents:
          visits.list:
            sentences:
              - "<shw> посещения" # N302
              - "посещения {cout}" # N304
              - "[посещения]" # N306
            prompts: { patient: [Кто?] }
            replies:
              many: ["{count|plurl:посещение}"] # N311
              lots: [Много] # N312
            tests:
              - { say: посещения, slots: { colour: red } } # N314
          unknown.one: { sentences: [что то] } # N309
        """;

    [Fact]
    public void Load_SeededMistakes_ExactlyTheseErrorsAtTheirLines()
    {
        using var pack = new PackFolder(Contract, Language);

        using var store = pack.Load();

        var expected = Seeded("all.yaml", "intents", Contract).Concat(Seeded("all.yaml", "ru", Language)).Order(StringComparer.Ordinal).ToArray();
        var got = store.Errors.Select(e => $"{Path.GetFileName(Path.GetDirectoryName(e.Position.File))}/all.yaml:{e.Position.Line}: {e.Code}").Order(StringComparer.Ordinal).ToArray();
        Assert.Equal(expected, got);
        Assert.Equal(25, got.Length);
        Assert.All(store.Errors, e => Assert.True(e.Position.Column >= 1 && e.Text.Length > 0));
    }

    [Fact]
    public void ToString_OfAMessage_IsFileLineColumnCodeText()
    {
        var message = new PackMessage(new SourcePosition("a.yaml", 3, 7), PackMessageCode.UnknownKey, "unknown key 'x'");

        Assert.Equal("a.yaml:3:7: N103: unknown key 'x'", message.ToString());
    }

    private static IEnumerable<string> Seeded(string file, string folder, string text) =>
        text.Split('\n').Select((line, i) => (line, number: i + 1)).Where(l => l.line.Contains("# N", StringComparison.Ordinal))
            .Select(l => $"{folder}/{file}:{l.number}: {l.line[(l.line.IndexOf("# N", StringComparison.Ordinal) + 2)..].Trim()}");
}
