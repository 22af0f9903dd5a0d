using System.CommandLine;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Assistant.CommandLine.Ledger;

/// <summary><c>voicemed emergency list</c>: those that wait for a review, or all.</summary>
internal static class EmergencyListCommand
{
    private const string Description = """
        Prints the emergency accesses that nobody has reviewed yet; with --all the reviewed ones after them.

        Examples:
          voicemed emergency list
          voicemed emergency list --all --json
        """;

    public static Command Create(Terminal terminal)
    {
        var choice = new LedgerChoice();
        var all = new Option<bool>("--all") { Description = "The reviewed ones too." };
        var admin = EmergencyCommand.Admin();
        var command = choice.AddTo(new Command("list", Description) { all, admin });
        command.SetAction((parsed, cancellation) => choice.AskAsync(
            parsed,
            async ledger =>
            {
                var accesses = await ledger.GetEmergencyAccessesAsync(
                    !parsed.GetValue(all), EmergencyCommand.Access(parsed.GetValue(admin)!), cancellation).ConfigureAwait(false);
                foreach (var access in accesses)
                {
                    Print(terminal, access, parsed.GetValue(choice.Json));
                }

                if (accesses.Count == 0)
                {
                    terminal.Message("No emergency access waits for a review.");
                }

                return ExitCode.Done;
            },
            cancellation));
        return command;
    }

    internal static void Print(Terminal terminal, EmergencyAccess access, bool json)
    {
        if (json)
        {
            terminal.ResultJson(new
            {
                access.Id,
                doctor = access.Doctor.Value,
                patient = access.Patient.Value,
                access.Reason,
                from = access.From.ToString(),
                until = access.Until.ToString(),
                access.Reviewed,
                access.Reviewer,
                access.Outcome,
            });
        }
        else
        {
            var review = access.Reviewed ? $"{access.Outcome}, reviewed by {access.Reviewer}" : "NOT REVIEWED";
            terminal.Result($"{access.Id}  {access.From}  {access.Doctor} for {access.Patient}: {access.Reason}  [{review}]");
        }
    }
}
