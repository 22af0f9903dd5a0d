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
            call:                                # a service of the hospital; its host must stand under serviceHosts in voicemed.yaml
              get: "http://localhost:9000/{{id.Replace('.', '/')}}"
              parameters: { patient: $patient }  # the confirmed patient's identifier
              result: $.value                    # where the answer stands in the service's JSON
              timeout: 3                         # seconds
            sensitivity: normal
            requires: [patient]

        """;

    private static string Russian(string id) => $$"""
        intents:
          {{id}}:
            hint: покажи пример
            sentences:
              - "[<show>] ~пример [этого] [~пациент]"
            replies:
              one: ["Ответ: {value}."]
              none: ["Ничего не нашлось."]
              denied: ["Не могу: {reason}."]
              error: ["Не получилось: {reason}."]
            tests:
              - say: [покажи пример, пример пациента]

        """;

    private static string English(string id) => $$"""
        intents:
          {{id}}:
            hint: show the example
            sentences:
              - "[<show>] [the] ~example [of|for] [this] [~patient]"
            replies:
              one: ["The answer: {value}."]
              none: ["Nothing was found."]
              denied: ["I cannot: {reason}."]
              error: ["That did not work: {reason}."]
            tests:
              - say: [show the example, example for this patient]

        """;
}
