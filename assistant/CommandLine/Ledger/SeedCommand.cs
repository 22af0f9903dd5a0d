using System.CommandLine;
using VoiceMed.Assistant.Hosting;
using VoiceMed.Ledger.Seed;

namespace VoiceMed.Assistant.CommandLine.Ledger;

/// <summary><c>voicemed ledger seed</c>: something to try things with.</summary>
internal static class SeedCommand
{
    private const string Description = """
        Fills the ledger with a small invented city: three hospitals, their doctors, six patients. Twice adds nothing.

        Examples:
          voicemed ledger seed
          voicemed ledger seed --city demo --json
        """;

    public static Command Create(Terminal terminal)
    {
        var choice = new LedgerChoice();
        var city = new Option<string>("--city") { Description = "Which city.", DefaultValueFactory = static _ => DemoCity.Name };
        city.AcceptOnlyFromAmong(DemoCity.Name);
        var command = choice.AddTo(new Command("seed", Description) { city });
        command.SetAction((parsed, cancellation) => choice.EitherAsync(
            parsed,
            async ledger =>
            {
                var report = await DemoCity.SeedAsync(ledger, TimeProvider.System, cancellation).ConfigureAwait(false);
                await ledger.Checkpoints.MakeAsync(cancellation).ConfigureAwait(false);
                return Print(report, parsed);
            },
            async fabric => Print(await FabricSeed.SeedAsync(fabric, TimeProvider.System, cancellation).ConfigureAwait(false), parsed),
            cancellation));
        return command;

        int Print(SeedReport report, ParseResult parsed)
        {
            if (parsed.GetValue(choice.Json))
            {
                terminal.ResultJson(report);
            }
            else
            {
                terminal.Result($"added {Counted.Of(report.Hospitals, "hospital")}, {Counted.Of(report.Accounts, "account")}, {Counted.Of(report.Records, "record")}, {report.Documents} of them documents");
            }

            return ExitCode.Done;
        }
    }
}
