using System.CommandLine;

namespace VoiceMed.Assistant.CommandLine.Ledger;

/// <summary><c>voicemed emergency review</c>: was it right?</summary>
internal static class EmergencyReviewCommand
{
    private const string Description = """
        Records whether an emergency access was justified. Nobody reviews an access of their own, and a review is final.

        Examples:
          voicemed emergency review emergency-0123456789abcdef --justified
          voicemed emergency review emergency-0123456789abcdef --unjustified --as admin
        """;

    public static Command Create(Terminal terminal)
    {
        var choice = new LedgerChoice();
        var emergency = new Argument<string>("ID") { Description = "The emergency access, see 'voicemed emergency list'." };
        var justified = new Option<bool>("--justified") { Description = "It was right." };
        var unjustified = new Option<bool>("--unjustified") { Description = "It was not." };
        var admin = EmergencyCommand.Admin();
        var command = choice.AddTo(new Command("review", Description) { emergency, justified, unjustified, admin });
        command.Validators.Add(result =>
        {
            if (result.GetValue(justified) == result.GetValue(unjustified))
            {
                result.AddError("Say either --justified or --unjustified.");
            }
        });
        command.SetAction((parsed, cancellation) => choice.AskAsync(
            parsed,
            async ledger =>
            {
                var reviewed = await ledger.ReviewEmergencyAccessAsync(
                    parsed.GetRequiredValue(emergency), parsed.GetValue(justified), EmergencyCommand.Access(parsed.GetValue(admin)!), cancellation).ConfigureAwait(false);
                EmergencyListCommand.Print(terminal, reviewed, parsed.GetValue(choice.Json));
                return ExitCode.Done;
            },
            cancellation));
        return command;
    }
}
