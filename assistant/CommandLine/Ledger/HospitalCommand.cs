using System.CommandLine;

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
        var description = new HospitalDescription();
        var command = choice.AddTo(description.AddTo(new Command("admit", "Admits a hospital to the Fabric channel, or changes its description.")));
        command.SetAction((parsed, cancellation) => choice.EitherAsync(
            parsed,
            static _ => throw new CommandException("Hospitals of the embedded ledger are admitted by its council: 'voicemed ledger council' says how.", ExitCode.Usage),
            async fabric =>
            {
                var hospital = description.Read(parsed);
                await fabric.AdmitHospitalAsync(hospital, cancellation).ConfigureAwait(false);
                if (parsed.GetValue(choice.Json))
                {
                    terminal.ResultJson(new { hospital = hospital.Id.Value });
                }
                else
                {
                    terminal.Result($"admitted {hospital.Id}");
                }

                return ExitCode.Done;
            },
            cancellation));
        return command;
    }
}
