namespace VoiceMed.Assistant.CommandLine;

/// <summary>What the process says to the shell when it ends.</summary>
public static class ExitCode
{
    /// <summary>The work is done.</summary>
    public const int Done = 0;

    /// <summary>The work was understood and failed; one sentence on standard error says why and how to mend it.</summary>
    public const int Failed = 1;

    /// <summary>The command line itself is wrong.</summary>
    public const int Usage = 2;

    /// <summary>The work was refused: this person may not have this.</summary>
    public const int Refused = 3;
}
