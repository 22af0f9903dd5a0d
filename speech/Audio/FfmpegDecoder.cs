using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using VoiceMed.Speech.Processes;

namespace VoiceMed.Speech.Audio;

/// <summary>Reads any file of sound that the installed <c>ffmpeg</c> can, as 16 kHz mono.</summary>
internal static class FfmpegDecoder
{
    // Formats that hold sound themselves: a playlist or script would let a file name others on this machine.
    private const string Containers = "wav,w64,flac,ogg,mp3,aac,ac3,mov,matroska,webm,aiff,au,caf,amr,asf,avi,mpegts,wv,tta,ape";

    /// <summary>Decodes <paramref name="path"/> piece by piece.</summary>
    /// <exception cref="AudioException">ffmpeg is not installed, or cannot read the file.</exception>
    internal static async IAsyncEnumerable<ReadOnlyMemory<short>> DecodeAsync(
        string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var program = Executable.Find("ffmpeg") ?? throw new AudioException(
            $"{path} is not a PCM WAV file, and ffmpeg, which reads other formats, is not installed; install it (apt install ffmpeg) or convert the file.");
        await using var ffmpeg = ChildProcess.Start(program, Arguments(path));
        ffmpeg.Input.Close();
        var any = false;
        var buffer = new byte[64 * 1024];
        var carried = 0;
        for (int count; (count = await ffmpeg.Output.ReadAsync(buffer.AsMemory(carried), cancellationToken).ConfigureAwait(false)) > 0;)
        {
            any = true;
            var bytes = carried + count;
            carried = bytes % sizeof(short);
            yield return MemoryMarshal.Cast<byte, short>(buffer.AsSpan(0, bytes - carried)).ToArray();
            buffer[0] = buffer[bytes - 1];
        }

        var (exitCode, errors) = await ffmpeg.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (exitCode != 0 || !any)
        {
            throw new AudioException($"{path} is not a file of sound that can be read{Reason(errors)}.");
        }
    }

    private static string[] Arguments(string path) =>
    [
        "-nostdin", "-hide_banner", "-loglevel", "error", "-xerror",
        "-protocol_whitelist", "file", "-format_whitelist", Containers, "-i", "file:" + path,
        "-vn", "-sn", "-dn", "-ac", "1", "-ar", AudioClip.StandardSampleRate.ToString(System.Globalization.CultureInfo.InvariantCulture),
        "-f", "s16le", "pipe:1",
    ];

    private static string Reason(string errors) =>
        errors.Split('\n').LastOrDefault(static line => line.Trim().Length > 0) is { } line ? $" (ffmpeg: {line.Trim().TrimEnd('.')})" : "";
}
