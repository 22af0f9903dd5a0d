using System.CommandLine;

namespace VoiceMed.Assistant.CommandLine.Admin;

/// <summary><c>voicemed admin</c>: the way into the admin's page.</summary>
internal static class AdminCommand
{
    public static Command Create(Terminal terminal) => new("admin", "Opens the way into the admin's page.")
    {
        CredentialsCommand.Create(terminal),
    };
}
