using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text;
using VoiceMed.Speech.Audio;
using VoiceMed.Speech.Processes;

namespace VoiceMed.Speech.Synthesis;

/// <summary>
/// Speaks through a program that reads one text (UTF-8) from standard input and writes one WAV to standard output, such as
/// Piper (<c>piper --model voice.onnx --output_file -</c>). One process a sentence; cancelling kills it. Thread-safe.
/// </summary>
/// <param name="program">The program's name in PATH, or its path.</param>
/// <param name="arguments">
/// Its arguments for a language and options; no shell reads them. <see langword="null"/> when it does not speak the language.
/// </param>
/// <param name="installation">How to get the program, for example <c>apt install espeak-ng</c>.</param>
public sealed class CommandSynthesizer(
    string program, Func<string, SynthesisOptions, IReadOnlyList<string>?> arguments, string installation) : ISynthesizer
{
    // One sentence: far below this in any voice.
    private static readonly TimeSpan MaxSentence = TimeSpan.FromMinutes(5);

    /// <summary>Whether the program is on this machine.</summary>
    public bool IsInstalled => Locate() is not null;

    /// <inheritdoc/>
    public async IAsyncEnumerable<AudioClip> SynthesizeAsync(
        string text, string language, SynthesisOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(language);
        var path = Locate() ?? throw new SynthesisException($"The speech synthesiser {program} is not installed: {installation}.");
        var chosen = arguments(language, options ?? SynthesisOptions.Default)
            ?? throw new SynthesisException($"The speech synthesiser {program} has no voice for the language '{language}'.");
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            var clip = await SpeakAsync(path, chosen, sentence, cancellationToken).ConfigureAwait(false);
            if (clip.Samples.Length > 0)
            {
                yield return clip;
            }
        }
    }

    private string? Locate() => Path.IsPathRooted(program) ? (File.Exists(program) ? program : null) : Executable.Find(program);

    private async Task<AudioClip> SpeakAsync(string path, IReadOnlyList<string> chosen, string sentence, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            await using var process = ChildProcess.Start(path, chosen);
            using var sound = new MemoryStream();
            var reading = process.Output.CopyToAsync(sound, cancellationToken);
            await WriteAsync(process.Input, sentence, cancellationToken).ConfigureAwait(false);
            await reading.ConfigureAwait(false);
            var (exitCode, errors) = await process.WaitAsync(cancellationToken).ConfigureAwait(false);
            if (exitCode != 0)
            {
                throw new SynthesisException($"The speech synthesiser {program} failed (exit code {exitCode}){(errors.Length > 0 ? ": " + errors : "")}.");
            }

            sound.Position = 0;
            return WavFile.Read(sound, $"The sound from {program}", MaxSentence);
        }
        catch (Exception e) when (e is Win32Exception or AudioException)
        {
            throw new SynthesisException($"The speech synthesiser {program} failed: {e.Message}", e);
        }
    }

    private static async Task WriteAsync(Stream input, string sentence, CancellationToken cancellationToken)
    {
        try
        {
            await input.WriteAsync(Encoding.UTF8.GetBytes(sentence + "\n"), cancellationToken).ConfigureAwait(false);
            input.Close();
        }
        catch (IOException)
        {
            // It ended without reading; its exit code says why.
        }
    }
}
