using System.CommandLine;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Proofs;

namespace VoiceMed.Assistant.CommandLine.Ledger;

/// <summary><c>voicemed ledger checkpoint</c>: has the council sign the state of the ledger.</summary>
internal static class CheckpointCommand
{
    private const string Description = """
        Has the council sign a checkpoint over the heads of all chains and prints it. Hand it to another hospital: whoever holds it
        notices when this ledger ever shows another history. While the server runs it makes checkpoints itself.
        On Fabric prints the header of the channel's newest block, whose signature was checked.

        Examples:
          voicemed ledger checkpoint > checkpoint.txt
          voicemed ledger checkpoint --json
        """;

    public static Command Create(Terminal terminal)
    {
        var choice = new LedgerChoice();
        var command = choice.AddTo(new Command("checkpoint", Description));
        command.SetAction((parsed, cancellation) => choice.EitherAsync(
            parsed,
            async ledger =>
            {
                var made = await ledger.Checkpoints.MakeAsync(cancellation).ConfigureAwait(false);
                if (parsed.GetValue(choice.Json))
                {
                    var read = Checkpoint.Parse(made.Text);
                    terminal.ResultJson(new { read.Origin, read.Size, read.Entries, root = Convert.ToHexStringLower(read.Root), note = CheckpointNote.Write(made) });
                }
                else
                {
                    terminal.Result(CheckpointNote.Write(made).TrimEnd('\n'));
                }

                return ExitCode.Done;
            },
            fabric => new FabricChannelView(terminal, parsed.GetValue(choice.Json)).PrintHeadAsync(fabric, cancellation),
            cancellation));
        return command;
    }
}
