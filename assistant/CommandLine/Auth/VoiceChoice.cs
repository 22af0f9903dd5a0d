using System.CommandLine;
using VoiceMed.Assistant.Hosting;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Voiceprints;

namespace VoiceMed.Assistant.CommandLine.Auth;

/// <summary>Which speaker model and which house's voiceprints a command works with: the same ones the server would take.</summary>
internal sealed class VoiceChoice
{
    private readonly DataChoice _data = new();
    private readonly Option<string?> _model =
        new("--speaker-model") { Description = "Folder of the speaker model. Default: the one that comes with VoiceMed.", HelpName = "DIR" };

    /// <summary>Gives a command the options for the house.</summary>
    public Command AddHouseTo(Command command) => _data.AddTo(command);

    /// <summary>Gives a command the option for the model.</summary>
    public Command AddModelTo(Command command)
    {
        command.Add(_model);
        return command;
    }

    /// <summary>Gives a command all of them.</summary>
    public Command AddTo(Command command) => AddHouseTo(AddModelTo(command));

    /// <summary>The folder that holds the house's files.</summary>
    public DataFolder Data(ParseResult parsed) => _data.Find(parsed);

    /// <summary>The configuration in force.</summary>
    public VoiceMedConfig Config(ParseResult parsed) => _data.Config(parsed);

    /// <summary>The chosen speaker model's folder.</summary>
    public string ModelFolder(ParseResult parsed) => parsed.GetValue(_model) ?? SpeakerSystem.DefaultFolder;

    /// <summary>The chosen speaker model, with libvosk's x-vectors in it where their model is installed.</summary>
    public SpeakerModel LoadModel(ParseResult parsed) => SpeakerSystem.Open(parsed.GetValue(_model), Console.Error.WriteLine);

    /// <summary>The house's voiceprints.</summary>
    public VoiceprintStore OpenStore(ParseResult parsed) => VoiceprintStore.InDataDirectory(Data(parsed).Root);

    /// <summary>Everybody enrolled and not suspended, as one ward.</summary>
    public SpeakerIdentifier OpenIdentifier(ParseResult parsed) => new(
        LoadModel(parsed), [.. OpenStore(parsed).ReadActive().Select(v => new EnrolledSpeaker(v.Doctor, v.Template))]);
}
