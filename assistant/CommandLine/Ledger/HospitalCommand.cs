using System.CommandLine;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Assistant.CommandLine.Ledger;

/// <summary><c>voicemed ledger hospital</c>: the hospitals of the channel, and their admission to a Fabric channel.</summary>
internal static class HospitalCommand
{
    private const string Description = """
        The hospitals of the channel. On Fabric a hospital writes through the organisation that admits it; the embedded ledger's
        hospitals are admitted by the council ('voicemed ledger council').

        Examples:
          voicemed ledger hospital list
          voicemed ledger hospital admit hospital-4 --name "Больница № 4" --name-en "Hospital 4" --department cardiology
        """;

    public static Command Create(Terminal terminal) => new("hospital", Description) { List(terminal), Admit(terminal) };

    private static Command List(Terminal terminal)
    {
        var choice = new LedgerChoice();
        var command = choice.AddTo(new Command("list", "Lists the hospitals."));
        command.SetAction((parsed, cancellation) => choice.AskAsync(
            parsed,
            async ledger =>
            {
                foreach (var hospital in await ledger.GetHospitalsAsync(cancellation).ConfigureAwait(false))
                {
                    if (parsed.GetValue(choice.Json))
                    {
                        terminal.ResultJson(new { id = hospital.Id.Value, name = hospital.Name, hospital.Number, hospital.Departments });
                    }
                    else
                    {
                        terminal.Result($"{hospital.Id,-16} {hospital.Name.In("ru")}");
                    }
                }

                return ExitCode.Done;
            },
            cancellation));
        return command;
    }

    private static Command Admit(Terminal terminal)
    {
        var choice = new LedgerChoice();
        var id = new Argument<string>("HOSPITAL") { Description = "The identifier, for example hospital-4." };
        var name = new Option<string>("--name") { Description = "The name, Russian.", Required = true };
        var english = new Option<string?>("--name-en") { Description = "The name, English. Default: as --name." };
        var number = new Option<int?>("--number") { Description = "The number doctors call it by.", HelpName = "N" };
        var departments = new Option<string[]>("--department") { Description = "A department's canonical name; may be repeated.", HelpName = "NAME" };
        var command = choice.AddTo(new Command("admit", "Admits a hospital to the Fabric channel, or changes its description.") { id, name, english, number, departments });
        command.SetAction((parsed, cancellation) => choice.EitherAsync(
            parsed,
            static _ => throw new CommandException("Hospitals of the embedded ledger are admitted by its council: 'voicemed ledger council' says how.", ExitCode.Usage),
            async fabric =>
            {
                var called = parsed.GetRequiredValue(name);
                await fabric.AdmitHospitalAsync(
                    new Hospital(
                        new HospitalId(parsed.GetRequiredValue(id)), new BilingualText(called, parsed.GetValue(english) ?? called), parsed.GetValue(number), [],
                        parsed.GetValue(departments) ?? []),
                    cancellation).ConfigureAwait(false);
                if (parsed.GetValue(choice.Json))
                {
                    terminal.ResultJson(new { hospital = parsed.GetRequiredValue(id) });
                }
                else
                {
                    terminal.Result($"admitted {parsed.GetRequiredValue(id)}");
                }

                return ExitCode.Done;
            },
            cancellation));
        return command;
    }
}
