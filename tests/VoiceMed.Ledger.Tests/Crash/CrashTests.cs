using System.Diagnostics;
using System.Globalization;
using VoiceMed.Ledger.Storage;
using VoiceMed.Ledger.Tests.Support;
using VoiceMed.Ledger.Verification;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Proofs;
using Xunit;
using Xunit.Abstractions;

namespace VoiceMed.Ledger.Tests.Crash;

/// <summary>Kills a process in the middle of its work, again and again. <c>VOICEMED_KILL_ROUNDS</c> says how often; 200 by default.</summary>
public class CrashTests(ITestOutputHelper output)
{
    // A fresh ledger now and then keeps the checks short.
    private const int RoundsPerLedger = 20;

    private static int Rounds => int.TryParse(
        Environment.GetEnvironmentVariable("VOICEMED_KILL_ROUNDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) ? rounds : 200;

    [Fact]
    public async Task Kill_AtAnyPoint_LosesNothingAcknowledgedAndLeavesNothingHalf()
    {
        var random = new Random(20261122);
        var acknowledged = new List<string>();
        var total = 0;
        for (var round = 0; round < Rounds;)
        {
            var folder = Directory.CreateTempSubdirectory("voicemed-crash-").FullName;
            acknowledged.Clear();
            for (var i = 0; i < RoundsPerLedger && round < Rounds; i++, round++)
            {
                acknowledged.AddRange(await RunAndKillAsync(folder, round, random.Next(1, 120)));
                await CheckAsync(folder, acknowledged, round);
            }

            total += acknowledged.Count;
            Directory.Delete(folder, recursive: true);
        }

        output.WriteLine($"{Rounds} rounds, {total} acknowledged operations");
    }

    /// <summary>Lets the child work until it has said so many lines, kills it, and returns everything it had said.</summary>
    private static async Task<List<string>> RunAndKillAsync(string folder, int round, int lines)
    {
        using var child = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "exec", typeof(CrashChild).Assembly.Location, "crash", folder, round.ToString(CultureInfo.InvariantCulture) },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = child.StandardError.ReadToEndAsync();
        var said = new List<string>();
        while (await child.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (said.Count == lines)
            {
                child.Kill();
            }
        }

        await child.WaitForExitAsync();
        Assert.True(said.Count >= lines, $"round {round}: the child ended by itself: {await errors}");
        return said;
    }

    private static async Task CheckAsync(string folder, List<string> acknowledged, int round)
    {
        await using (var ledger = await EmbeddedLedger.OpenAsync(CrashChild.Options(folder)))
        {
            ledger.Store.Read(reader =>
            {
                foreach (var line in acknowledged)
                {
                    CheckOne(reader, line, round);
                }

                foreach (var name in reader.Chains("patient/").Select(static chain => chain["patient/".Length..] + "-import"))
                {
                    var found = CrashChild.ImportKeys(name).Count(key => reader.FindDelivery(TemporaryLedger.First.Value, key) is not null);
                    Assert.True(found is 0 || found == CrashChild.ImportKeys(name).Count, $"round {round}: {name} is half there");
                }

                return 0;
            });
        }

        var report = await LedgerVerifier.VerifyAsync(CrashChild.Options(folder));
        Assert.True(report.IsGood, $"round {round}: {string.Join('\n', report.Problems.Take(5))}");
    }

    private static void CheckOne(LedgerReader reader, string line, int round)
    {
        var (what, which) = (line.Split(' ')[0], line.Split(' ')[1]);
        var there = what switch
        {
            "append" => reader.FindDelivery(TemporaryLedger.First.Value, which) is not null,
            "import" => CrashChild.ImportKeys(which).All(key => reader.FindDelivery(TemporaryLedger.First.Value, key) is not null),
            "checkpoint" => Checkpoint.Parse(reader.NewestCheckpoint()!.Text).Size >= long.Parse(which, CultureInfo.InvariantCulture),
            "erase" => reader.Keys.IsDestroyed(ChainName.Patient(new PatientId(which))),
            _ => false,
        };
        Assert.True(there, $"round {round}: '{line}' was acknowledged and is not there");
    }
}
