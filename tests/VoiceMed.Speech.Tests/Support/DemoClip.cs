using VoiceMed.Speech.Audio;

namespace VoiceMed.Speech.Tests.Support;

/// <summary>A clip of the demo with what it says.</summary>
internal sealed record DemoClip(string File, string Language, string Speaker, string Text)
{
    public static IReadOnlyList<DemoClip> All { get; } = [.. System.IO.File
        .ReadLines(Path.Combine(Repository.DemoAudio, "manifest.tsv"))
        .Skip(1)
        .Select(static line => line.Split('\t'))
        .Select(static cells => new DemoClip(cells[0], cells[1], cells[2], cells[4]))];

    public static IEnumerable<DemoClip> Of(string language) => All.Where(clip => clip.Language == language);

    public static IReadOnlyList<string> Phrases(string language) => [.. Of(language).Select(static clip => clip.Text).Distinct()];

    public static DemoClip Named(string file) => All.Single(clip => clip.File == file);

    public short[] Samples => WavFile.Read(Path.Combine(Repository.DemoAudio, File)).Resample(AudioClip.StandardSampleRate).Samples;

    /// <summary>The clip without the silence around it.</summary>
    public short[] Speech
    {
        get
        {
            var samples = Samples;
            var quiet = samples.Max(static sample => Math.Abs((int)sample)) * 3 / 100;
            var first = Array.FindIndex(samples, sample => Math.Abs((int)sample) > quiet);
            var last = Array.FindLastIndex(samples, sample => Math.Abs((int)sample) > quiet);
            return samples[first..(last + 1)];
        }
    }
}
