using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace VoiceMed.Speech.Processes;

/// <summary>
/// A program running for one piece of work: bytes in, bytes out. Disposing it kills what still runs, with its children.
/// </summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    // A program that floods standard error must not fill our memory.
    private const int MaxErrorLength = 4_096;

    private readonly Process process;
    private readonly Task<string> errors;

    private ChildProcess(Process process)
    {
        this.process = process;
        errors = ReadErrorsAsync(process.StandardError);
    }

    /// <summary>What the program reads; close it to say that this was all.</summary>
    internal Stream Input => process.StandardInput.BaseStream;

    /// <summary>What the program writes.</summary>
    internal Stream Output => process.StandardOutput.BaseStream;

    /// <summary>Starts <paramref name="path"/>; no shell is involved.</summary>
    /// <exception cref="Win32Exception">The operating system cannot run it.</exception>
    internal static ChildProcess Start(string path, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(path, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        return new ChildProcess(Process.Start(start)!);
    }

    /// <summary>Waits for the end. Read <see cref="Output"/> to its end first.</summary>
    /// <returns>The exit code and the beginning of what the program wrote to standard error, trimmed.</returns>
    internal async Task<(int ExitCode, string Errors)> WaitAsync(CancellationToken cancellationToken)
    {
        await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        return (process.ExitCode, await errors.ConfigureAwait(false));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It has ended already.
        }

        // Reaped, so that cancelled work leaves no zombie behind.
        await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        await errors.ConfigureAwait(false);
        process.Dispose();
    }

    private static async Task<string> ReadErrorsAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        var buffer = new char[1_024];
        try
        {
            for (int count; (count = await reader.ReadAsync(buffer.AsMemory()).ConfigureAwait(false)) > 0;)
            {
                text.Append(buffer, 0, Math.Min(count, MaxErrorLength - text.Length));
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // Killed in the middle of a line.
        }

        return text.ToString().Trim();
    }
}
