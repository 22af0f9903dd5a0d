using System.CommandLine;
using QRCoder;
using VoiceMed.Assistant.Admin.SignIn;

namespace VoiceMed.Assistant.CommandLine.Admin;

/// <summary><c>voicemed admin credentials</c>: makes the admin's key and one-time code secret, and shows them once.</summary>
internal static class CredentialsCommand
{
    private const string Help = """
        Makes the key and the one-time codes for the admin's page. They are shown once and never again.

        Examples:
          voicemed admin credentials            the first time
          voicemed admin credentials --renew    when they were lost or seen; the former ones are void at once
        """;

    public static Command Create(Terminal terminal)
    {
        var renew = new Option<bool>("--renew") { Description = "Make new ones though there are some." };
        var data = new DataChoice();
        var command = data.AddTo(new Command("credentials", Help) { renew });
        command.SetAction(parsed =>
        {
            var file = data.Find(parsed).AdminCredentials;
            if (File.Exists(file) && !parsed.GetValue(renew))
            {
                throw new CommandException("There are admin credentials already. Use --renew to make new ones and void the former.");
            }

            Show(terminal, AdminCredentialFile.Renew(file));
        });
        return command;
    }

    private static void Show(Terminal terminal, (AdminCredentials Credentials, string Key) made)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(made.Credentials.AuthenticatorUri.ToString(), QRCodeGenerator.ECCLevel.L);
        using var drawing = new AsciiQRCode(code);
        terminal.Result($"key: {made.Key}");
        terminal.Result($"authenticator: {made.Credentials.AuthenticatorUri}");
        terminal.Message(drawing.GetGraphicSmall());
        terminal.Message("Scan the code with an authenticator app and put the key in a safe place: neither is shown again.");
    }
}
