using System.CommandLine;
using VoiceMed.Assistant.Hosting;

namespace VoiceMed.Assistant.CommandLine;

/// <summary>Which house a command works on: <c>--data</c>, else the configuration's data folder, else the default one.</summary>
internal sealed class DataChoice
{
    private readonly Option<string?> _config = CommonOptions.Config();
    private readonly Option<string?> _data = CommonOptions.Data();

    /// <summary>Gives a command the two options.</summary>
    public Command AddTo(Command command)
    {
        command.Add(_data);
        command.Add(_config);
        return command;
    }

    /// <summary>The chosen folder; nothing is created.</summary>
    /// <exception cref="CommandException">The configuration file is missing or wrong.</exception>
    public DataFolder Find(ParseResult parsed) => DataFolder.Choose(parsed.GetValue(_data) ?? Config(parsed).Data, InstallFolder.Find());

    /// <summary>The configuration in force.</summary>
    /// <exception cref="CommandException">The configuration file is missing or wrong.</exception>
    public VoiceMedConfig Config(ParseResult parsed) => ConfigFile.Load(parsed.GetValue(_config));
}
