using System.CommandLine;
using VoiceMed.Nlu.Classification;
using VoiceMed.Nlu.Evaluation;

namespace VoiceMed.Assistant.CommandLine.Nlu;

/// <summary><c>voicemed nlu eval</c>: how well utterances are understood.</summary>
internal static class EvalCommand
{
    private const string Description = """
        Measures how well utterances are understood.

        The file is tab-separated with a header: text or utterance, intent (none: out of scope), optional slots (JSON).
        With --train the classifier is trained on that file alone, as the public benchmarks ask; without it the installed
        packs are measured. "curve" says what other thresholds would give.

        Examples:
          voicemed nlu eval --lang ru --test paraphrases.tsv
          voicemed nlu eval --train clinc150/train.tsv --test clinc150/dev.tsv --json
        """;

    public static Command Create(Terminal terminal)
    {
        var train = new Option<FileInfo?>("--train") { Description = "Utterances to train on." };
        var test = new Option<FileInfo>("--test") { Description = "Utterances to measure on.", Required = true };
        var language = NluOptions.Language();
        var packs = NluOptions.Packs();
        var config = CommonOptions.Config();
        var json = CommonOptions.Json();
        var command = new Command("eval", Description) { train, test, language, packs, config, json };
        command.SetAction((parsed, cancellation) =>
        {
            var utterances = Read(parsed.GetRequiredValue(test));
            EvaluationReport report;
            if (parsed.GetValue(train) is { } trainFile)
            {
                var examples = Read(trainFile);
                terminal.Message($"Training on {examples.Count:#,0} utterances …");
                report = BenchmarkEvaluator.Evaluate(examples, utterances, TextClassifierOptions.Accurate, cancellation);
            }
            else
            {
                using var store = PackOpener.OpenAndReport(terminal, parsed.GetValue(packs), parsed.GetValue(config));
                var code = parsed.GetValue(language) ?? Hearing.LanguageGuess.Of(string.Join(' ', utterances.Take(20).Select(u => u.Text)));
                report = PackEvaluator.Evaluate(store.Current, utterances, code);
            }

            Print(terminal, report, parsed.GetValue(json));
            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    private static IReadOnlyList<LabelledUtterance> Read(FileInfo file)
    {
        try
        {
            var utterances = LabelledFile.Read(file.FullName);
            return utterances.Count > 0 ? utterances : throw new CommandException($"{file}: there is no utterance in the file.");
        }
        catch (FormatException e)
        {
            throw new CommandException(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"{file}: cannot be read: {e.Message}");
        }
    }

    private static void Print(Terminal terminal, EvaluationReport report, bool json)
    {
        if (json)
        {
            terminal.ResultJson(report);
            return;
        }

        foreach (var error in report.Errors)
            terminal.Result($"  {error.Text}: expected {error.Expected}, got {error.Got} ({error.Score:0.00})");
        terminal.Result($"{report.Utterances} utterances: {report.Accuracy:0.00%} right");
        if (report.InScopeAccuracy is { } inScope)
            terminal.Result($"in scope {inScope:0.00%} right, {report.FalseRejection:0.00%} rejected");
        if (report.OosRecall is { } recall)
            terminal.Result($"out of scope {recall:0.00%} rejected (threshold {report.Threshold:0.00})");
        if (report.SlotAccuracy is { } slots)
            terminal.Result($"slots {slots:0.00%} right");
        terminal.Result($"{report.MicrosPerParse:0.0} µs a parse (median), trained in {report.TrainSeconds:0.0} s");
    }
}
