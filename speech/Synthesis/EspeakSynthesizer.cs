using System.Globalization;
using System.Runtime.CompilerServices;
using VoiceMed.Speech.Audio;
using VoiceMed.Speech.Processes;

namespace VoiceMed.Speech.Synthesis;

/// <summary>Speaks Russian and English through the installed <c>espeak-ng</c>, at 22,050 Hz. Thread-safe.</summary>
public sealed class EspeakSynthesizer : ISynthesizer
{
    // Slower than espeak-ng's own 175: at a bedside one listens to it over other sounds.
    private const double WordsPerMinute = 160;

    private readonly string program;
    private readonly CommandSynthesizer command;

    /// <summary>Prepares the synthesiser; nothing is started yet.</summary>
    /// <param name="program">The program's name in PATH, or its path.</param>
    public EspeakSynthesizer(string program = "espeak-ng")
    {
        this.program = program;
        command = new CommandSynthesizer(program, Arguments, "apt install espeak-ng, or run './voicemed setup'");
    }

    /// <summary>Whether <c>espeak-ng</c> is on this machine.</summary>
    public bool IsInstalled => command.IsInstalled;

    /// <inheritdoc/>
    public async IAsyncEnumerable<AudioClip> SynthesizeAsync(
        string text, string language, SynthesisOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (options?.Voice is { } voice && IsInstalled && !await KnowsAsync(voice, cancellationToken).ConfigureAwait(false))
        {
            throw new SynthesisException($"espeak-ng has no voice '{voice}'; 'espeak-ng --voices' lists them.");
        }

        // Double brackets would switch espeak-ng to phoneme names.
        var plain = text.Replace("[[", "[ [", StringComparison.Ordinal);
        await foreach (var clip in command.SynthesizeAsync(plain, language, options, cancellationToken).ConfigureAwait(false))
        {
            yield return clip;
        }
    }

    // espeak-ng takes English for a voice it does not know, and says nothing.
    private async Task<bool> KnowsAsync(string voice, CancellationToken cancellationToken)
    {
        await using var process = ChildProcess.Start(Executable.Find(program) ?? program, ["--voices"]);
        process.Input.Close();
        using var reader = new StreamReader(process.Output);
        var list = await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
        var name = voice.Split('+')[0];
        return list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Contains(name, StringComparer.OrdinalIgnoreCase);
    }

    private static string[]? Arguments(string language, SynthesisOptions options)
    {
        var voice = options.Voice ?? language switch
        {
            "ru" => "ru",
            "en" => "en-gb",
            _ => null,
        };
        return voice is null ? null :
        [
            "-v", voice,
            "-s", Number(WordsPerMinute * Math.Clamp(options.Rate, 0.5, 2)),
            "-a", Number(100 * Math.Clamp(options.Volume, 0, 2)),
            "-b", "1", "--stdin", "--stdout",
        ];
    }

    private static string Number(double value) => Math.Round(value).ToString(CultureInfo.InvariantCulture);
}
