using System.CommandLine;
using System.Text.Json;
using VoiceMed.Ledger.Contracts;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Assistant.CommandLine.Ledger;

/// <summary><c>voicemed ledger contract</c>: deploy, list, upgrade and invoke contracts.</summary>
internal static class ContractCommand
{
    private const string Description = """
        Contracts: C# types in an assembly of their own, named and versioned, in force once the council has agreed. A new version takes
        over with the last agreement. contracts/embedded holds one to begin from.

        Examples:
          voicemed ledger contract propose VoiceMed.Contracts.ShiftHandover.dll VoiceMed.Contracts.ShiftHandover --as council/member-1
          voicemed ledger council approve proposal-8c1e0f2a9b7d6543 --as council/member-2
          voicemed ledger contract invoke shift-handover take '{"ward":"therapy"}' --as smirnova --hospital hospital-1 --key shift-1
          voicemed ledger contract evaluate shift-handover who '{"ward":"therapy"}' --as smirnova
        """;

    public static Command Create(Terminal terminal) => new("contract", Description)
    {
        Propose(terminal), List(terminal), Show(terminal), Invoke(terminal), Evaluate(terminal),
    };

    private static Command Propose(Terminal terminal)
    {
        var choice = new LedgerChoice();
        var assembly = new Argument<string>("FILE") { Description = "The assembly; a copy is kept beside the ledger." };
        var type = new Argument<string>("TYPE") { Description = "The full name of the contract's type." };
        var member = CouncilCommand.Member();
        var command = choice.AddTo(new Command("propose", "Proposes a contract, or a new version of one, to the council.") { assembly, type, member });
        command.SetAction((parsed, cancellation) => choice.WriteAsync(
            parsed,
            async ledger => CouncilCommand.Print(
                terminal,
                await ledger.Contracts.ProposeAsync(
                    parsed.GetRequiredValue(member), parsed.GetRequiredValue(assembly), parsed.GetRequiredValue(type), cancellation).ConfigureAwait(false),
                parsed.GetValue(choice.Json)),
            cancellation));
        return command;
    }

    private static Command List(Terminal terminal) => ListCommand.Create(
        "list", "Lists the contracts with the version that is in force.", ContractDesk.List, (contract, json) => Print(terminal, contract, json));

    private static Command Show(Terminal terminal)
    {
        var choice = new LedgerChoice();
        var name = Name();
        var command = choice.AddTo(new Command("show", "Shows a contract's versions, oldest first, and the calls that changed something.") { name });
        command.SetAction((parsed, _) => choice.ReadAsync(parsed, store => Task.FromResult(store.Read(reader =>
            Show(terminal, reader, parsed.GetRequiredValue(name), parsed.GetValue(choice.Json))))));
        return command;
    }

    private static int Show(Terminal terminal, LedgerReader reader, string contract, bool json)
    {
        var versions = ContractDesk.Versions(reader, contract);
        if (versions.Count == 0)
        {
            throw new CommandException($"The council has approved no contract '{contract}'; 'voicemed ledger contract list' names them.");
        }

        foreach (var version in versions)
        {
            Print(terminal, version, json);
        }

        foreach (var entry in reader.Query(ChainName.Contract(contract), Invocation.Kind))
        {
            var call = JsonDocument.Parse(reader.Open(entry)).RootElement;
            if (json)
            {
                terminal.ResultJson(new { sequence = entry.Sequence, call });
            }
            else
            {
                terminal.Result($"  #{entry.Header.Index} {call.GetProperty("method").GetString()} {call.GetProperty("arguments").GetRawText()} by {call.GetProperty("caller").GetString()}");
            }
        }

        return ExitCode.Done;
    }

    private static Command Invoke(Terminal terminal)
    {
        var choice = new LedgerChoice();
        var (name, method, arguments, caller) = (Name(), Method(), Arguments(), Caller());
        var hospital = new Option<string>("--hospital") { Description = "The hospital that answers for the call; its manager's key signs it.", Required = true, HelpName = "ID" };
        var key = new Option<string>("--key") { Description = "The call's own key: the same call twice is done once.", Required = true };
        var command = choice.AddTo(new Command("invoke", "Calls a contract; the call is an entry of its chain.") { name, method, arguments, caller, hospital, key });
        command.SetAction((parsed, cancellation) => choice.WriteAsync(
            parsed,
            async ledger =>
            {
                var (call, receipt) = await ledger.Contracts.InvokeAsync(
                    parsed.GetRequiredValue(name), parsed.GetRequiredValue(method), Read(parsed.GetValue(arguments)), parsed.GetRequiredValue(caller),
                    new WriteContext(new HospitalId(parsed.GetRequiredValue(hospital)), parsed.GetRequiredValue(key)), cancellation).ConfigureAwait(false);
                if (parsed.GetValue(choice.Json))
                {
                    terminal.ResultJson(new { version = call.Version, result = call.Result, receipt });
                }
                else
                {
                    terminal.Result(call.Result?.GetRawText() ?? "done");
                }

                return ExitCode.Done;
            },
            cancellation));
        return command;
    }

    private static Command Evaluate(Terminal terminal)
    {
        var choice = new LedgerChoice();
        var (name, method, arguments, caller) = (Name(), Method(), Arguments(), Caller());
        var command = choice.AddTo(new Command("evaluate", "Asks a contract without changing anything.") { name, method, arguments, caller });
        command.SetAction((parsed, cancellation) => choice.WriteAsync(
            parsed,
            async ledger =>
            {
                var result = await ledger.Contracts.EvaluateAsync(
                    parsed.GetRequiredValue(name), parsed.GetRequiredValue(method), Read(parsed.GetValue(arguments)), parsed.GetRequiredValue(caller),
                    cancellation).ConfigureAwait(false);
                terminal.Result(result?.GetRawText() ?? "null");
                return ExitCode.Done;
            },
            cancellation));
        return command;
    }

    private static Argument<string> Name() => new("CONTRACT") { Description = "The contract, for example shift-handover." };

    private static Argument<string> Method() => new("METHOD") { Description = "What to do." };

    private static Argument<string?> Arguments() => new("ARGUMENTS") { Description = "With what, as JSON. Default: {}.", Arity = ArgumentArity.ZeroOrOne };

    private static Option<string> Caller() => new("--as") { Description = "Who calls: an account.", Required = true, HelpName = "ACCOUNT" };

    private static JsonElement Read(string? json)
    {
        try
        {
            return json is null ? default : JsonElement.Parse(json);
        }
        catch (JsonException e)
        {
            throw new CommandException($"The arguments are no JSON: {e.Message}", ExitCode.Usage);
        }
    }

    private static void Print(Terminal terminal, ContractVersion version, bool json)
    {
        if (json)
        {
            terminal.ResultJson(version);
        }
        else
        {
            terminal.Result($"{version.Name} {version.Version}  {version.Type}  {version.Assembly[..12]}");
        }
    }
}
