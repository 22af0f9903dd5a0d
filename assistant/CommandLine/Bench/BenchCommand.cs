using System.CommandLine;

namespace VoiceMed.Assistant.CommandLine.Bench;

/// <summary><c>voicemed bench</c>: measures the parts of VoiceMed on this machine; each part's folder holds its command.</summary>
internal static class BenchCommand
{
    public static Command Create(Terminal terminal) => new("bench", "Measures how well and how fast VoiceMed works on this machine.")
    {
        TurnCommand.Create(terminal),
        StreamsCommand.Create(terminal),
        HouseCommand.Create(terminal),
        Speech.BenchSpeechCommand.Create(terminal),
        Nlu.BenchNluCommand.Create(terminal),
        Ledger.BenchLedgerCommand.Create(terminal),
        Auth.BenchVoiceCommand.Create(terminal),
        Fabric.BenchFabricCommand.Create(terminal),
    };
}
