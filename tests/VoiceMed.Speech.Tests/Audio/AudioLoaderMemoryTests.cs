using VoiceMed.Speech.Audio;
using VoiceMed.Speech.Tests.Support;
using Xunit;

namespace VoiceMed.Speech.Tests.Audio;

[Collection(RunAlone.Name)]
public sealed class AudioLoaderMemoryTests
{
    [Fact]
    public async Task ReadFramesAsync_TwoHours_HoldsOnlyASmallPiece()
    {
        // Sparse: two hours of silence take no room on the disk.
        const int Seconds = 2 * 3_600;
        using var folder = new TemporaryFolder();
        var path = folder.File("long.wav");
        using (var stream = File.Create(path))
        {
            stream.Write(WavBytes.Create(1, 1, 16_000, 16, [], announced: Seconds * 32_000));
            stream.SetLength(stream.Length + (Seconds * 32_000L));
        }

        var (frames, highest) = (0, 0L);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        await foreach (var frame in AudioLoader.ReadFramesAsync(path, 320))
        {
            if (++frames % 20_000 == 0)
            {
                highest = Math.Max(highest, GC.GetTotalMemory(forceFullCollection: true));
            }
        }

        Assert.Equal(Seconds * 50, frames);
        Assert.True(highest - before < 2_000_000, $"{highest - before} bytes were held");
    }
}
