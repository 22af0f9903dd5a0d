using System.CommandLine;

namespace VoiceMed.Assistant.CommandLine.Nlu;

/// <summary><c>voicemed intents new</c>: the first files of a new intent.</summary>
internal static class NewCommand
{
    private const string Description = """
        Writes the files of a new intent, ready to be filled in: a contract and a language file for Russian and English.
        Files that exist are never overwritten.

        Example:
          voicemed intents new blood.type --pack my-hospital
        """;

    public static Command Create(Terminal terminal)
    {
        var intent = new Argument<string>("INTENT") { Description = "The new intent's identifier, for example blood.type." };
        var pack = new Option<string>("--pack") { Description = "The pack folder; made when it does not exist.", Required = true };
        var command = new Command("new", Description) { intent, pack };
        command.SetAction(parsed =>
        {
            var id = parsed.GetRequiredValue(intent);
            if (id.Length == 0 || id.Any(c => !char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c is not ('.' or '_' or '-')) || !char.IsAsciiLetterLower(id[0]))
                throw new CommandException($"'{id}' is no identifier; use lower-case letters, digits, '.', '_' and '-', for example blood.type.", ExitCode.Usage);
            var folder = parsed.GetRequiredValue(pack);
            var name = id.Replace('.', '-') + ".yaml";
            var files = new Dictionary<string, string>
            {
                [Path.Combine(folder, "intents", name)] = Contract(id),
                [Path.Combine(folder, "ru", name)] = Russian(id),
                [Path.Combine(folder, "en", name)] = English(id),
            };
            if (files.Keys.FirstOrDefault(File.Exists) is { } taken)
                throw new CommandException($"{taken} exists already; choose another identifier or edit that file.");
            foreach (var (path, text) in files)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, text);
                terminal.Result(path);
            }

            terminal.Message($"Now edit the three files, then: voicemed intents check --pack {folder} && voicemed intents test --pack {folder}");
            return ExitCode.Done;
        });
        return command;
    }

    private static string Contract(string id) => $$"""
        intents:
          {{id}}:
            summary: Say in one sentence what is asked.
            slots:
              period: { type: period, inherit: period }
            call:
              get: "http://localhost:9000/{{id.Replace('.', '/')}}?patient={patient}&period={period}"
              result: $.value
              timeout: 3
            sensitivity: normal
            present: both
            requires: [patient]

        """;

    private static string Russian(string id) => $$"""
        intents:
          {{id}}:
            hint: скажите пример
            sentences:
              - "(покажи|скажи) ~пример [{period}]"
            replies:
              one: ["Ответ: {value}."]
              none: ["Ничего не нашлось."]
              denied: ["Не могу: {reason}."]
              error: ["Не получилось: {reason}."]
            tests:
              - say: [покажи пример, скажи пример]
                slots: {}

        """;

    private static string English(string id) => $$"""
        intents:
          {{id}}:
            hint: tell me the example
            sentences:
              - "(show|tell) [me] [the] ~example [{period}]"
            replies:
              one: ["The answer: {value}."]
              none: ["Nothing was found."]
              denied: ["I cannot: {reason}."]
              error: ["That did not work: {reason}."]
            tests:
              - say: [show me the example, tell me the example]
                slots: {}

        """;
}
