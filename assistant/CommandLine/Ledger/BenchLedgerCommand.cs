using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using VoiceMed.Ledger.Benchmarks;

namespace VoiceMed.Assistant.CommandLine.Ledger;

/// <summary><c>voicemed bench ledger</c>: how fast the embedded ledger is on this machine.</summary>
internal static class BenchLedgerCommand
{
    private const string Description = """
        Measures the embedded ledger on a ledger of its own, which is deleted afterwards: durable appends by group size, doctors'
        queries with consent, audit and proof at 10,000, 100,000 and 1,000,000 entries, proofs, and the check of the whole file.

        Examples:
          voicemed bench ledger --entries 100000
          voicemed bench ledger --entries 1000000 --json
        """;

    public static Command Create(Terminal terminal)
    {
        var entries = new Option<long>("--entries") { Description = "How many entries.", DefaultValueFactory = static _ => 100_000 };
        var reads = new Option<int>("--reads") { Description = "How many times each query is asked at each size.", DefaultValueFactory = static _ => 2000 };
        var folder = new Option<string?>("--folder") { Description = "On which disk. Default: the system's folder for temporary files.", HelpName = "DIR" };
        var json = CommonOptions.Json();
        var command = new Command("ledger", Description) { entries, reads, folder, json };
        command.SetAction((parsed, cancellation) => RunAsync(
            terminal, Math.Max(1000, parsed.GetValue(entries)), Math.Max(10, parsed.GetValue(reads)), parsed.GetValue(folder), parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, long entries, int reads, string? folder, bool json, CancellationToken cancellation)
    {
        var work = folder is null
            ? Directory.CreateTempSubdirectory("voicemed-bench-").FullName
            : Directory.CreateDirectory(Path.Combine(folder, $"voicemed-bench-{Environment.ProcessId}")).FullName;
        try
        {
            PrintSetting(terminal, work, json);
            await LedgerChoice.TranslateAsync(async () =>
            {
                await new LedgerBenchmark(work).RunAsync(entries, reads, measured => Print(terminal, measured, json), cancellation).ConfigureAwait(false);
                return ExitCode.Done;
            }).ConfigureAwait(false);
            return ExitCode.Done;
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    private static void PrintSetting(Terminal terminal, string work, bool json)
    {
        var setting = new
        {
            payloadBytes = LedgerBenchmark.PayloadBytes,
            fsync = "once a group, before anybody is told (SQLite WAL, synchronous=FULL)",
            signatures = "ECDSA P-256 on every entry",
            sealing = "AES-256-GCM on every payload",
            memory = $"{LedgerBenchmark.CacheKibibytes / 1024} MB of page cache a connection, {LedgerBenchmark.LogPages * 4 / 1024} MB of write-ahead log",
            warmUp = $"{LedgerBenchmark.WarmUp} unmeasured questions before each series",
            disk = new DriveInfo(Path.GetFullPath(work)).DriveFormat,
            cpu = Processor(),
            cores = Environment.ProcessorCount,
            memoryMegabytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1_048_576,
            os = RuntimeInformation.OSDescription,
            runtime = RuntimeInformation.FrameworkDescription,
            loadBefore = LoadAverage(),
        };
        if (json)
        {
            terminal.ResultJson(setting);
        }
        else
        {
            terminal.Result($"payload {setting.payloadBytes} bytes; flush {setting.fsync}; {setting.signatures}; {setting.sealing}; {setting.memory}; {setting.warmUp}");
            terminal.Result($"{setting.cpu}, {setting.cores} cores, {setting.memoryMegabytes} MB, disk {setting.disk}, {setting.os}, {setting.runtime}, load before {setting.loadBefore}");
        }
    }

    private static void Print(Terminal terminal, Measurement measured, bool json)
    {
        if (json)
        {
            terminal.ResultJson(measured);
        }
        else
        {
            terminal.Result(string.Create(
                CultureInfo.InvariantCulture,
                $"{measured.What,-13} {measured.Entries,9} entries  {measured.PerSecond,10:F1} /s  p50 {measured.P50,8:F3} ms  p99 {measured.P99,8:F3} ms  cpu {measured.CpuMilliseconds,8:F4} ms  {measured.Note}"));
        }
    }

    // Latencies of a machine that is busy with other things say more about those than about the ledger.
    private static string LoadAverage() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private static string Processor()
    {
        const string Info = "/proc/cpuinfo";
        return File.Exists(Info)
            && File.ReadLines(Info).FirstOrDefault(static line => line.StartsWith("model name", StringComparison.Ordinal)) is { } line
            ? line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
            : RuntimeInformation.ProcessArchitecture.ToString();
    }
}
