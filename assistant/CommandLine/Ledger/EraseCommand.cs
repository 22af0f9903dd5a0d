using System.CommandLine;
using NodaTime.Text;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Assistant.CommandLine.Ledger;

/// <summary><c>voicemed ledger erase</c>: destroys a patient's key once the law no longer keeps the record.</summary>
internal static class EraseCommand
{
    private const string Description = """
        Destroys a patient's key, after the retention rule was checked: nothing of the record can be read any more, also in no backup of
        the file; the chain ends with a tombstone and still verifies. On Fabric the records leave the state and the documents become
        unreadable; what the blocks hold in the clear stays (docs/fabric.md). With --when only says from which day on that is allowed.

        Examples:
          voicemed ledger erase patient-7 --when
          voicemed ledger erase patient-7 --hospital hospital-1 --basis retention-over
        """;

    public static Command Create(Terminal terminal)
    {
        var choice = new LedgerChoice();
        var patient = new Argument<string>("PATIENT") { Description = "The patient." };
        var when = new Option<bool>("--when") { Description = "Only say from which day on." };
        var hospital = new Option<string?>("--hospital") { Description = "The hospital that answers for it, one that wrote about the patient; the tombstone is written in its name.", HelpName = "ID" };
        var basis = new Option<string>("--basis") { Description = "Why; no personal data.", DefaultValueFactory = _ => "retention-over" };
        var command = choice.AddTo(new Command("erase", Description) { patient, when, hospital, basis });
        command.SetAction((parsed, cancellation) => choice.WithErasureAsync(
            parsed,
            async desk =>
            {
                var id = new PatientId(parsed.GetRequiredValue(patient));
                if (parsed.GetValue(when))
                {
                    var until = LocalDatePattern.Iso.Format(await desk.GetRetainedUntilAsync(id, cancellation).ConfigureAwait(false));
                    if (parsed.GetValue(choice.Json))
                    {
                        terminal.ResultJson(new { patient = id.Value, retainedUntil = until });
                    }
                    else
                    {
                        terminal.Result($"{id} is kept until {until}");
                    }

                    return ExitCode.Done;
                }

                var responsible = parsed.GetValue(hospital) ?? throw new CommandException("Say with --hospital who answers for the erasure.", ExitCode.Usage);
                var receipt = await desk.EraseAsync(id, new HospitalId(responsible), parsed.GetRequiredValue(basis), cancellation).ConfigureAwait(false);
                if (parsed.GetValue(choice.Json))
                {
                    terminal.ResultJson(receipt);
                }
                else
                {
                    terminal.Result($"{id} {(receipt.Duplicate ? "was erased before" : "is erased")}: {receipt.Entry.Chain} #{receipt.Entry.Index}");
                }

                return ExitCode.Done;
            },
            cancellation));
        return command;
    }
}
