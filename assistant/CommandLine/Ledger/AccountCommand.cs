using System.CommandLine;
using VoiceMed.Ledger.Governance;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Accounts;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Assistant.CommandLine.Ledger;

/// <summary><c>voicemed ledger account</c>: who may act, in which role, and whether.</summary>
internal static class AccountCommand
{
    private const string Description = """
        The accounts of the ledger. 'voicemed ledger key' registers their keys, 'voicemed ledger history' prints what one did.

        Examples:
          voicemed ledger account list
          voicemed ledger account create petrov --name "Петров И. И." --role doctor --hospital hospital-1
          voicemed ledger account status petrov suspended
          voicemed ledger account role petrov cardiologist
        """;

    public static Command Create(Terminal terminal) => new("account", Description)
    {
        Make(terminal), List(terminal), Show(terminal), Status(terminal), Role(terminal),
    };

    private static Command Make(Terminal terminal)
    {
        var choice = new LedgerChoice();
        var account = Account();
        var name = new Option<string?>("--name") { Description = "The name, Russian. Default: the identifier." };
        var english = new Option<string?>("--name-en") { Description = "The name, English. Default: as --name." };
        var role = new Option<string>("--role") { Description = "The role, for example doctor, nurse, admin, auditor, system, device.", Required = true, HelpName = "ROLE" };
        var hospital = new Option<string>("--hospital") { Description = "The hospital that answers for it.", Required = true, HelpName = "ID" };
        var command = choice.AddTo(new Command("create", "Creates an account; the same again changes nothing.") { account, name, english, role, hospital });
        command.SetAction((parsed, cancellation) => choice.WithAccountsAsync(
            parsed,
            async accounts =>
            {
                var id = parsed.GetRequiredValue(account);
                var called = parsed.GetValue(name) ?? id;
                var receipt = await accounts.CreateAsync(
                    new DoctorId(id), new BilingualText(called, parsed.GetValue(english) ?? called), parsed.GetRequiredValue(role),
                    new HospitalId(parsed.GetRequiredValue(hospital)), cancellation).ConfigureAwait(false);
                return Done(terminal, receipt, $"{(receipt.Duplicate ? "there already" : "created")} {id}", parsed.GetValue(choice.Json));
            },
            cancellation));
        return command;
    }

    private static Command List(Terminal terminal)
    {
        var choice = new LedgerChoice();
        var command = choice.AddTo(new Command("list", "Lists the accounts."));
        command.SetAction((parsed, cancellation) => choice.ReadEitherAsync(
            parsed,
            store => Task.FromResult(PrintAll(store.Read(Registry.Load).Accounts.Values.OrderBy(a => a.Id.Value, StringComparer.Ordinal), parsed)),
            async fabric => PrintAll(await fabric.Accounts.ListAsync(cancellation).ConfigureAwait(false), parsed)));
        return command;

        int PrintAll(IEnumerable<Account> accounts, ParseResult parsed)
        {
            foreach (var account in accounts)
            {
                Print(terminal, account, parsed.GetValue(choice.Json));
            }

            return ExitCode.Done;
        }
    }

    private static Command Show(Terminal terminal)
    {
        var choice = new LedgerChoice();
        var account = Account();
        var command = choice.AddTo(new Command("show", "Shows one account: status, role, hospital, keys.") { account });
        command.SetAction((parsed, cancellation) =>
        {
            var id = new DoctorId(parsed.GetRequiredValue(account));
            return choice.ReadEitherAsync(
                parsed,
                store => Task.FromResult(PrintFound(store.Read(Registry.Load).Accounts.GetValueOrDefault(id), parsed)),
                async fabric => PrintFound(await fabric.Accounts.FindAsync(id, cancellation).ConfigureAwait(false), parsed));
        });
        return command;

        int PrintFound(Account? found, ParseResult parsed)
        {
            Print(
                terminal,
                found ?? throw new CommandException($"There is no account '{parsed.GetValue(account)}'; 'voicemed ledger account list' names them."),
                parsed.GetValue(choice.Json));
            return ExitCode.Done;
        }
    }

    private static Command Status(Terminal terminal)
    {
        var choice = new LedgerChoice();
        var account = Account();
        var status = new Argument<AccountStatus>("STATUS") { Description = "active, suspended, or revoked, which cannot be undone." };
        var command = choice.AddTo(new Command("status", "Suspends, re-activates or revokes an account.") { account, status });
        command.SetAction((parsed, cancellation) => choice.WithAccountsAsync(
            parsed,
            async accounts => Done(
                terminal,
                await accounts.SetStatusAsync(new DoctorId(parsed.GetRequiredValue(account)), parsed.GetValue(status), cancellation).ConfigureAwait(false),
                $"{parsed.GetRequiredValue(account)} is {Word(parsed.GetValue(status))}",
                parsed.GetValue(choice.Json)),
            cancellation));
        return command;
    }

    private static Command Role(Terminal terminal)
    {
        var choice = new LedgerChoice();
        var account = Account();
        var role = new Argument<string>("ROLE") { Description = "The role, for example cardiologist." };
        var command = choice.AddTo(new Command("role", "Gives an account another role.") { account, role });
        command.SetAction((parsed, cancellation) => choice.WithAccountsAsync(
            parsed,
            async accounts => Done(
                terminal,
                await accounts.SetRoleAsync(new DoctorId(parsed.GetRequiredValue(account)), parsed.GetRequiredValue(role), cancellation).ConfigureAwait(false),
                $"{parsed.GetRequiredValue(account)} is {parsed.GetRequiredValue(role)}",
                parsed.GetValue(choice.Json)),
            cancellation));
        return command;
    }

    private static Argument<string> Account() => new("ACCOUNT") { Description = "The account, for example petrov." };

    private static string Word(AccountStatus status) => status.ToString().ToLowerInvariant();

    private static int Done(Terminal terminal, AppendReceipt receipt, string said, bool json)
    {
        if (json)
        {
            terminal.ResultJson(receipt);
        }
        else
        {
            terminal.Result(said);
        }

        return ExitCode.Done;
    }

    private static void Print(Terminal terminal, Account account, bool json)
    {
        if (json)
        {
            terminal.ResultJson(new
            {
                account = account.Id.Value,
                name = account.Name.In("ru"),
                role = account.Role,
                hospital = account.Hospital.Value,
                status = Word(account.Status),
                keys = account.Keys.Keys.Order(StringComparer.Ordinal),
            });
        }
        else
        {
            terminal.Result($"{account.Id,-16} {Word(account.Status),-10} {account.Role,-14} {account.Hospital,-12} {account.Name.In("ru")}{string.Concat(account.Keys.Keys.Order(StringComparer.Ordinal).Select(k => $" [{k}]"))}");
        }
    }
}
