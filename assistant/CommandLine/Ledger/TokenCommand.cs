using System.CommandLine;
using System.Security.Cryptography;
using VoiceMed.Assistant.Rest.Callers;

namespace VoiceMed.Assistant.CommandLine.Ledger;

/// <summary><c>voicemed ledger token</c>: a signed token for the REST interface. It needs the key's file, not the ledger.</summary>
internal static class TokenCommand
{
    private const string Description = """
        Prints a token for the REST interface, signed with an account's private key. Register the key with 'voicemed ledger key add'.

        Example:
          curl -H "Authorization: Bearer $(voicemed ledger token smirnova/rest --key smirnova.pem)" \
               -H "Purpose-Of-Use: TREAT" "http://127.0.0.1:8080/getHospitalVisits?patientId=patient-1"
        """;

    public static Command Create(Terminal terminal)
    {
        var account = new Argument<string>("ACCOUNT/KEY") { Description = "The account and its key's name, for example smirnova/rest." };
        var file = new Option<string>("--key") { Description = "The private key, PEM.", HelpName = "FILE", Required = true };
        var subject = new Option<string?>("--as") { Description = "The clinician a hospital's system acts for. Default: the account itself.", HelpName = "DOCTOR" };
        var emergency = new Option<string?>("--emergency") { Description = "The emergency access the requests stand under.", HelpName = "ID" };
        var minutes = new Option<int>("--minutes") { Description = "How long it is good for, 1 to 60. Default: 10.", DefaultValueFactory = static _ => 10, HelpName = "N" };
        var command = new Command("token", Description) { account, file, subject, emergency, minutes };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(account)!.Split('/') is not [{ Length: > 0 } id, { Length: > 0 }])
            {
                throw new CommandException("Name the account and its key as ACCOUNT/KEY, for example smirnova/rest.", ExitCode.Usage);
            }

            var life = parsed.GetValue(minutes);
            if (life is < 1 or > 60)
            {
                throw new CommandException("A token is good for 1 to 60 minutes.", ExitCode.Usage);
            }

            using var key = Read(parsed.GetValue(file)!);
            var now = TimeProvider.System.GetUtcNow();
            terminal.Result(CallerToken.Create(parsed.GetValue(account)!, key, new CallerClaims(
                parsed.GetValue(subject) ?? id, CallerToken.Audience, now.ToUnixTimeSeconds(), now.AddMinutes(life).ToUnixTimeSeconds(), parsed.GetValue(emergency))));
            return ExitCode.Done;
        });
        return command;
    }

    private static ECDsa Read(string file)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(file));
            return key;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or CryptographicException)
        {
            key.Dispose();
            throw new CommandException($"{file} holds no ECDSA key in PEM: {e.Message}");
        }
    }
}
