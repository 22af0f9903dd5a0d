using System.CommandLine;
using VoiceMed.Ledger.Storage;

namespace VoiceMed.Assistant.CommandLine.Ledger;

/// <summary>A command that lists something the embedded ledger keeps, also while the server runs.</summary>
internal static class ListCommand
{
    /// <summary>Makes the command.</summary>
    /// <param name="name">How it is called.</param>
    /// <param name="description">What it lists.</param>
    /// <param name="read">Reads the things.</param>
    /// <param name="print">Prints one; told whether JSON is wanted.</param>
    public static Command Create<T>(string name, string description, Func<LedgerReader, IReadOnlyList<T>> read, Action<T, bool> print)
    {
        var choice = new LedgerChoice();
        var command = choice.AddTo(new Command(name, description));
        command.SetAction((parsed, _) => choice.ReadAsync(parsed, store =>
        {
            foreach (var one in store.Read(read))
            {
                print(one, parsed.GetValue(choice.Json));
            }

            return Task.FromResult(ExitCode.Done);
        }));
        return command;
    }
}
