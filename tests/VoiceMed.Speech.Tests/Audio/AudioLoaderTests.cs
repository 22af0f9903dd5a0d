using System.Diagnostics;
using VoiceMed.Speech.Audio;
using VoiceMed.Speech.Tests.Support;
using Xunit;

namespace VoiceMed.Speech.Tests.Audio;

public sealed class AudioLoaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task LoadAsync_TelephoneRate_ComesAt16Kilohertz()
    {
        var path = folder.Write("phone.wav", WavBytes.Create(1, 1, 8_000, 16, new byte[16_000]));

        var clip = await AudioLoader.LoadAsync(path);

        Assert.Equal(16_000, clip.SampleRate);
        Assert.Equal(16_000, clip.Samples.Length);
    }

    [Fact]
    public async Task LoadAsync_HeaderWithoutSound_SaysSo()
    {
        var path = folder.Write("none.wav", WavBytes.Create(1, 1, 16_000, 16, []));

        var error = await Assert.ThrowsAsync<AudioException>(() => AudioLoader.LoadAsync(path));

        Assert.Equal($"{path} holds no sound.", error.Message);
    }

    [Fact]
    public async Task LoadAsync_EmptyFile_SaysSo()
    {
        var path = folder.Write("empty.wav", []);

        Assert.Equal($"{path} is empty.", (await Assert.ThrowsAsync<AudioException>(() => AudioLoader.LoadAsync(path))).Message);
    }

    [Fact]
    public async Task LoadAsync_MissingFile_SaysSo()
    {
        var path = folder.File("nowhere.wav");

        Assert.Equal($"{path} does not exist.", (await Assert.ThrowsAsync<AudioException>(() => AudioLoader.LoadAsync(path))).Message);
    }

    [Fact]
    public async Task LoadAsync_Folder_SaysSo() => Assert.Equal(
        $"{folder.Path} is a folder, not a file of sound.",
        (await Assert.ThrowsAsync<AudioException>(() => AudioLoader.LoadAsync(folder.Path))).Message);

    [Fact]
    public async Task LoadAsync_NotSound_SaysSo()
    {
        var path = folder.Write("letter.txt", "Dear colleague, this is not sound."u8.ToArray());

        var error = await Assert.ThrowsAsync<AudioException>(() => AudioLoader.LoadAsync(path));

        Assert.StartsWith($"{path} is not a", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoadAsync_PlaylistNamingAnotherFile_IsRefused()
    {
        var secret = folder.Write("secret.wav", WavBytes.Create(1, 1, 16_000, 16, new byte[32_000]));
        var path = folder.Write("list.flac", System.Text.Encoding.UTF8.GetBytes($"ffconcat version 1.0\nfile '{secret}'\n"));

        await Assert.ThrowsAsync<AudioException>(() => AudioLoader.LoadAsync(path));
    }

    [SkippableTheory]
    [InlineData("flac")]
    [InlineData("ogg")]
    [InlineData("mp3")]
    public async Task LoadAsync_CompressedFile_IsReadThroughFfmpeg(string format)
    {
        var wav = folder.File("tone.wav");
        WavFile.Write(wav, new AudioClip([.. Enumerable.Range(0, 16_000).Select(static i => (short)(8_000 * Math.Sin(i * 0.3)))], 16_000));
        var path = folder.File("tone." + format);
        Skip.IfNot(await FfmpegAsync(wav, path), "ffmpeg, which reads other formats than WAV, is not installed");

        var clip = await AudioLoader.LoadAsync(path);

        Assert.Equal(16_000, clip.SampleRate);
        Assert.InRange(clip.Samples.Length, 15_500, 18_500);
        Assert.InRange(clip.Samples.Max(), (short)7_000, (short)9_500);
    }

    [Fact]
    public async Task LoadAsync_TwoHours_IsRefusedAsOneClip()
    {
        var path = folder.File("long.wav");
        using (var stream = File.Create(path))
        {
            stream.Write(WavBytes.Create(1, 1, 1_000, 8, [], announced: 7_200_000));
            stream.SetLength(stream.Length + 7_200_000);
        }

        var error = await Assert.ThrowsAsync<AudioException>(() => AudioLoader.LoadAsync(path));

        Assert.Equal($"{path} is longer than 30 minutes: too long to be taken as one clip.", error.Message);
    }

    [Fact]
    public async Task ReadFramesAsync_LengthNotAMultipleOfFrames_FillsTheLastWithSilence()
    {
        var path = folder.Write("short.wav", WavBytes.Create(1, 1, 16_000, 16, WavBytes.Bytes([.. Enumerable.Repeat((short)5, 330)])));
        var frames = new List<short[]>();
        await foreach (var frame in AudioLoader.ReadFramesAsync(path, 320))
        {
            frames.Add(frame.ToArray());
        }

        Assert.Equal(2, frames.Count);
        Assert.Equal(10, frames[1].Count(static sample => sample == 5));
        Assert.Equal(310, frames[1].Count(static sample => sample == 0));
    }

    public void Dispose() => folder.Dispose();

    private static async Task<bool> FfmpegAsync(string input, string output)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("ffmpeg", ["-nostdin", "-loglevel", "error", "-i", input, output]))!;
            await process.WaitForExitAsync();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
