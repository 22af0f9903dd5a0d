using System.CommandLine;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Assistant.CommandLine.Ledger;

/// <summary>A hospital as a command describes it: its identifier, names, number and departments.</summary>
internal sealed class HospitalDescription
{
    private readonly Argument<string> _id = new("HOSPITAL") { Description = "The identifier, for example hospital-4." };
    private readonly Option<string> _name = new("--name") { Description = "The name, Russian.", Required = true };
    private readonly Option<string?> _english = new("--name-en") { Description = "The name, English. Default: as --name." };
    private readonly Option<int?> _number = new("--number") { Description = "The number people call it by.", HelpName = "N" };
    private readonly Option<string[]> _departments = new("--department") { Description = "A department's canonical name, for example cardiology; may be repeated.", HelpName = "NAME" };

    /// <summary>Makes a command that takes the description.</summary>
    public Command AddTo(Command command)
    {
        command.Add(_id);
        command.Add(_name);
        command.Add(_english);
        command.Add(_number);
        command.Add(_departments);
        return command;
    }

    /// <summary>The hospital that was described.</summary>
    public Hospital Read(ParseResult parsed)
    {
        var name = parsed.GetRequiredValue(_name);
        return new Hospital(
            new HospitalId(parsed.GetRequiredValue(_id)), new BilingualText(name, parsed.GetValue(_english) ?? name), parsed.GetValue(_number), [],
            parsed.GetValue(_departments) ?? []);
    }
}
