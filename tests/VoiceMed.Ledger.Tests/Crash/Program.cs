using System.Globalization;

namespace VoiceMed.Ledger.Tests.Crash;

/// <summary>The test assembly run as a program is the process that the crash tests kill.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (args is not ["crash", var folder, var round])
        {
            await Console.Error.WriteLineAsync("Run these tests with 'dotnet test'.");
            return 2;
        }

        await CrashChild.RunAsync(folder, int.Parse(round, CultureInfo.InvariantCulture));
        return 0;
    }
}
