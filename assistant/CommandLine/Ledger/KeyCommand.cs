using System.CommandLine;
using System.Security.Cryptography;
using VoiceMed.LedgerClient.Accounts;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;
using VoiceMed.LedgerClient.Storage;

namespace VoiceMed.Assistant.CommandLine.Ledger;

/// <summary><c>voicemed ledger key</c>: the keys whose tokens the REST interface trusts.</summary>
internal static class KeyCommand
{
    private const string AddDescription = """
        Registers a key of an account. With --new the private half is made and written to a file only its owner can read; with
        --public only the public half is handed over. With --role and --hospital the account is made when there is none; the role
        'system' is a hospital's information system, 'device' a home device.

        Examples:
          voicemed ledger key add smirnova rest --new smirnova.pem
          voicemed ledger key add mis-1 main --public mis-1.pub.pem --role system --hospital hospital-1
        """;

    public static Command Create(Terminal terminal) => new("key", "Register and revoke the keys of accounts.") { Add(terminal), Revoke(terminal) };

    private static Command Add(Terminal terminal)
    {
        var choice = new LedgerChoice();
        var (account, key) = Arguments();
        var made = new Option<string?>("--new") { Description = "Make a key and write its private half here.", HelpName = "FILE" };
        var given = new Option<string?>("--public") { Description = "The public half, PEM.", HelpName = "FILE" };
        var role = new Option<string?>("--role") { Description = "The role of an account that is made.", HelpName = "ROLE" };
        var hospital = new Option<string?>("--hospital") { Description = "The hospital of an account that is made.", HelpName = "ID" };
        var command = choice.AddTo(new Command("add", AddDescription) { account, key, made, given, role, hospital });
        command.SetAction((parsed, cancellation) =>
        {
            if (parsed.GetValue(made) is null == parsed.GetValue(given) is null)
            {
                throw new CommandException("Say with --new where to write a new key, or with --public where a public key is.", ExitCode.Usage);
            }

            return choice.WithAccountsAsync(
                parsed,
                async accounts =>
                {
                    var id = new DoctorId(parsed.GetValue(account)!);
                    await EnsureAsync(accounts, id, parsed.GetValue(role), parsed.GetValue(hospital), cancellation).ConfigureAwait(false);
                    var publicKey = parsed.GetValue(given) is { } file ? Read(file) : Make(parsed.GetValue(made)!);
                    await accounts.AddKeyAsync(id, parsed.GetValue(key)!, publicKey, cancellation).ConfigureAwait(false);
                    terminal.Result($"registered {id}/{parsed.GetValue(key)}");
                    return ExitCode.Done;
                },
                cancellation);
        });
        return command;
    }

    private static Command Revoke(Terminal terminal)
    {
        var choice = new LedgerChoice();
        var (account, key) = Arguments();
        var command = choice.AddTo(new Command("revoke", "Revokes a key; its tokens are refused from then on (key.revoked).\n\nExample:\n  voicemed ledger key revoke smirnova rest") { account, key });
        command.SetAction((parsed, cancellation) => choice.WithAccountsAsync(
            parsed,
            async accounts =>
            {
                await accounts.RevokeKeyAsync(new DoctorId(parsed.GetValue(account)!), parsed.GetValue(key)!, cancellation).ConfigureAwait(false);
                terminal.Result($"revoked {parsed.GetValue(account)}/{parsed.GetValue(key)}");
                return ExitCode.Done;
            },
            cancellation));
        return command;
    }

    private static (Argument<string> Account, Argument<string> Key) Arguments() => (
        new Argument<string>("ACCOUNT") { Description = "The account, for example smirnova." },
        new Argument<string>("KEY") { Description = "The key's name, for example rest." });

    private static async Task EnsureAsync(IAccountRegister accounts, DoctorId id, string? role, string? hospital, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(id, cancellation).ConfigureAwait(false) is not null)
        {
            return;
        }

        if (role is null || hospital is null)
        {
            throw new CommandException($"There is no account '{id}'; name its --role and --hospital to make it.", ExitCode.Usage);
        }

        await accounts.CreateAsync(id, new BilingualText(id.Value, id.Value), role, new HospitalId(hospital), cancellation).ConfigureAwait(false);
    }

    private static byte[] Read(string file)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportFromPem(File.ReadAllText(file));
            return key.KeySize == 256 ? key.ExportSubjectPublicKeyInfo() : throw new CryptographicException("The key is not on P-256.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            throw new CommandException($"{file} holds no ECDSA P-256 key in PEM: {e.Message}");
        }
    }

    private static byte[] Make(string file)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        try
        {
            // Never over a key that is there, and readable by nobody else from its first byte on.
            using var writer = new StreamWriter(file, OwnerOnlyFile.Options(FileMode.CreateNew));
            writer.WriteLine(key.ExportPkcs8PrivateKeyPem());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"The key cannot be written: {e.Message}");
        }

        return key.ExportSubjectPublicKeyInfo();
    }
}
