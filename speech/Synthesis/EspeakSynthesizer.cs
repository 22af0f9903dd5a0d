using System.Globalization;
using VoiceMed.Speech.Audio;

namespace VoiceMed.Speech.Synthesis;

/// <summary>Speaks Russian and English through the installed <c>espeak-ng</c>, at 22,050 Hz. Thread-safe.</summary>
public sealed class EspeakSynthesizer : ISynthesizer
{
    // Slower than espeak-ng's own 175: at a bedside one listens to it over other sounds.
    private const double WordsPerMinute = 160;

    private readonly CommandSynthesizer command;

    /// <summary>Prepares the synthesiser; nothing is started yet.</summary>
    /// <param name="program">The program's name in PATH, or its path.</param>
    public EspeakSynthesizer(string program = "espeak-ng") =>
        command = new CommandSynthesizer(program, Arguments, "apt install espeak-ng, or run './voicemed setup'");

    /// <summary>Whether <c>espeak-ng</c> is on this machine.</summary>
    public bool IsInstalled => command.IsInstalled;

    /// <inheritdoc/>
    public IAsyncEnumerable<AudioClip> SynthesizeAsync(
        string text, string language, SynthesisOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);

        // Double brackets would switch espeak-ng to phoneme names.
        return command.SynthesizeAsync(text.Replace("[[", "[ [", StringComparison.Ordinal), language, options, cancellationToken);
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
