using System.Diagnostics;
using System.Text.Json;
using VoiceMed.Assistant.CommandLine;

namespace VoiceMed.Assistant.Bench;

/// <summary>
/// The program under measurement in a process of its own (<c>voicemed bench house</c>), so that neither the simulated screens' memory
/// nor their work is taken for its own.
/// </summary>
internal sealed class HouseProcess : IAsyncDisposable
{
    private readonly Process _process;

    private HouseProcess(Process process, HouseAddress address) => (_process, Address) = (process, address);

    public HouseAddress Address { get; }

    /// <summary>Processor time of all its threads since it began.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Its resident memory now, in bytes, garbage included.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts it and waits until it listens.</summary>
    /// <exception cref="CommandException">It did not start; its own message says why.</exception>
    public static async Task<HouseProcess> StartAsync(string language, int screens, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(typeof(HouseProcess).Assembly.Location);
        }

        foreach (var argument in (string[])["bench", "house", "--lang", language, "--streams", $"{screens}"])
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync(cancellation).ConfigureAwait(false);
        return line is not null
            ? new HouseProcess(process, JsonSerializer.Deserialize<HouseAddress>(line, Terminal.Json)!)
            : throw new CommandException("The program under measurement did not start; its message is above.");
    }

    /// <summary>Lets it collect its garbage, and asks what it uses then.</summary>
    public async Task<HouseMemory> CollectAsync(CancellationToken cancellation)
    {
        await _process.StandardInput.WriteLineAsync("collect".AsMemory(), cancellation).ConfigureAwait(false);
        var line = await _process.StandardOutput.ReadLineAsync(cancellation).ConfigureAwait(false)
            ?? throw new CommandException("The program under measurement ended; its message is above.");
        return JsonSerializer.Deserialize<HouseMemory>(line, Terminal.Json)!;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync().ConfigureAwait(false);
        _process.Dispose();
    }
}
