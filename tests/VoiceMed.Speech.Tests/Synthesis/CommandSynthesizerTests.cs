using System.Diagnostics;
using VoiceMed.Speech.Synthesis;
using VoiceMed.Speech.Tests.Support;
using Xunit;

namespace VoiceMed.Speech.Tests.Synthesis;

/// <summary>With real programs that misbehave.</summary>
public sealed class CommandSynthesizerTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task SynthesizeAsync_ProgramFails_SaysItsCodeAndWords()
    {
        var error = await Assert.ThrowsAsync<SynthesisException>(() => SpeakAsync("cat > /dev/null; echo 'no such voice' >&2; exit 3"));

        Assert.Contains("failed (exit code 3): no such voice.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SynthesizeAsync_ProgramWritesNoSound_SaysSo()
    {
        var error = await Assert.ThrowsAsync<SynthesisException>(() => SpeakAsync("cat"));

        Assert.Contains("is not a WAV file", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SynthesizeAsync_ProgramEndsWithoutReading_SaysSo()
    {
        var error = await Assert.ThrowsAsync<SynthesisException>(() => SpeakAsync("exit 1", new string('а', 500_000)));

        Assert.Contains("exit code 1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SynthesizeAsync_Cancelled_KillsTheProgram()
    {
        var mark = folder.File("pid");
        using var cancel = new CancellationTokenSource();
        var speaking = SpeakAsync($"echo $$ > '{mark}'; exec sleep 600", "text", cancel.Token);
        var id = await WaitForNumberAsync(mark);

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => speaking);

        Assert.Throws<ArgumentException>(() => Process.GetProcessById(id));
    }

    [Fact]
    public async Task SynthesizeAsync_FloodOfErrors_DoesNotBlock()
    {
        var error = await Assert.ThrowsAsync<SynthesisException>(() => SpeakAsync("cat > /dev/null; head -c 3000000 /dev/zero | tr '\\0' x >&2; exit 1"));

        Assert.True(error.Message.Length < 5_000);
    }

    public void Dispose() => folder.Dispose();

    private static async Task<int> WaitForNumberAsync(string path)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (await timer.WaitForNextTickAsync(limit.Token))
        {
            if (File.Exists(path) && int.TryParse(await File.ReadAllTextAsync(path, limit.Token), out var number))
            {
                return number;
            }
        }

        throw new TimeoutException();
    }

    private static async Task SpeakAsync(string script, string text = "text", CancellationToken cancellationToken = default)
    {
        var synthesizer = new CommandSynthesizer("/bin/sh", (_, _) => ["-c", script], "it comes with the system");
        await foreach (var clip in synthesizer.SynthesizeAsync(text, "en", cancellationToken: cancellationToken))
        {
            Assert.NotNull(clip);
        }
    }
}
