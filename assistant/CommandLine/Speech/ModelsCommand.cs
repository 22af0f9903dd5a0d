using System.CommandLine;

namespace VoiceMed.Assistant.CommandLine.Speech;

/// <summary><c>voicemed models</c>: the recognition and speaker models on this machine.</summary>
internal static class ModelsCommand
{
    private const string Description = """
        Lists, installs and checks speech models.

        Small models for Russian and English come with the program. Larger ones hear better and can be installed where there is a network.

        Examples:
          voicemed models list
          voicemed models install ru
          voicemed models check
        """;

    public static Command Create(Terminal terminal) => new("models", Description)
    {
        ModelsListCommand.Create(terminal),
        ModelsInstallCommand.Create(terminal),
        ModelsCheckCommand.Create(terminal),
    };
}
