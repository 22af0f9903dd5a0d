using System.CommandLine;

namespace VoiceMed.Assistant.CommandLine.Auth;

/// <summary><c>voicemed auth</c>: training, measuring and explaining speaker verification.</summary>
internal static class AuthCommand
{
    public static Command Create(Terminal terminal) => new("auth", "Trains, measures and explains speaker verification.")
    {
        TrainCommand.Create(terminal),
        CalibrateCommand.Create(terminal),
        EvalCommand.Create(terminal),
        SimulateCommand.Create(terminal),
        ExplainCommand.Create(terminal),
        ReportCommand.Create(terminal),
    };
}
