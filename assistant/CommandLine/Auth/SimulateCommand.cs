using System.CommandLine;
using System.Globalization;
using VoiceMed.Auth.Evaluation;
using VoiceMed.Auth.Policy;

namespace VoiceMed.Assistant.CommandLine.Auth;

/// <summary><c>voicemed auth simulate</c>: what trust and policy make of whole sessions.</summary>
internal static class SimulateCommand
{
    private static readonly double[] Floors = [-2, -1, 0, 0.5, 1, 1.5, 2, 3];

    private const string Description = """
        Replays the sessions of DIR/sessions.tsv through identification, trust and policy: how often the doctor is answered, how often an
        impostor is after taking over, and how soon that is noticed. Sessions are opened by the doctor's second factor. The curve shows
        what other floors for the utterance that carries the command would give.

        Examples:
          voicemed auth simulate dev/
          voicemed auth simulate dev/ --policy policy.yaml --json
        """;

    public static Command Create(Terminal terminal)
    {
        var folder = AuthOptions.EvaluationFolder();
        var policyFile = new Option<string?>("--policy") { Description = "Policy file. Default: the one that comes with VoiceMed." };
        var voices = new VoiceChoice();
        var json = CommonOptions.Json();
        var command = voices.AddModelTo(new Command("simulate", Description) { folder, policyFile, json });
        command.SetAction((parsed, cancellationToken) => AuthErrors.TranslateAsync(async () =>
        {
            var policy = parsed.GetValue(policyFile) is { } path ? PolicyFile.Load(path) : PolicyFile.LoadDefault();
            var simulator = await SessionSimulator.PrepareAsync(
                voices.LoadModel(parsed), EvaluationSet.Open(parsed.GetRequiredValue(folder)), cancellationToken)
                .ConfigureAwait(false);
            Print(terminal, simulator, policy, parsed.GetValue(json));
            return ExitCode.Done;
        }));
        return command;
    }

    private static void Print(Terminal terminal, SessionSimulator simulator, AccessPolicy policy, bool json)
    {
        var corpora = simulator.Run(policy);
        var curve = Floors.Select(floor => (Floor: floor, Corpora: simulator.Run(policy.WithFloor(Sensitivity.Normal, floor)))).ToArray();
        if (json)
        {
            terminal.ResultJson(new
            {
                sessions = simulator.Sessions,
                corpora,
                curve = curve.Select(c => new { floor = c.Floor, corpora = c.Corpora }),
            });
            return;
        }

        terminal.Result($"{"corpus",-8}{"floor",6}{"genuine",9}{"no leak",9}{"leaked",8}{"detected",10}{"cold",7}{"stolen factor",15}");
        foreach (var (name, result) in corpora)
        {
            Row(terminal, name, policy.Sensitivities[Sensitivity.Normal].Floor, result);
        }

        terminal.Result("");
        terminal.Result("Other floors:");
        foreach (var (floor, results) in curve)
        {
            foreach (var (name, result) in results)
            {
                Row(terminal, name, floor, result);
            }
        }
    }

    private static void Row(Terminal terminal, string name, double floor, SimulationResult r) => terminal.Result(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-8}{floor,6:F1}{r.GenuineGranted,9:P1}{r.TakeOversWithoutLeak,9:P1}{r.LeakedUtterances,8:F2}{r.UtterancesToDetection,10:F2}{r.ColdGrants,7:P1}{r.ColdGrantsWithStolenFactor,15:P1}"));
}
