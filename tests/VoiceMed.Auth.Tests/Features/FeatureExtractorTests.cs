using FsCheck;
using FsCheck.Fluent;
using VoiceMed.Auth.Features;
using VoiceMed.Auth.Tests.Support;

namespace VoiceMed.Auth.Tests.Features;

public sealed class FeatureExtractorTests
{
    private static readonly CepstralOptions[] Streams = [new(), new() { Scale = FrequencyScale.Linear, LowHz = 100 }];

    [Fact]
    public void Accept_AnyDivisionIntoFrames_GivesTheSameFeatures()
    {
        var samples = Noise.White(16000, 3000);
        var whole = new FeatureExtractor(Streams).Extract(samples);

        Prop.ForAll(
            ArbMap.Default.ArbFor<PositiveInt>(),
            size =>
            {
                var extractor = new FeatureExtractor(Streams);
                var length = size.Get % 700 + 1;
                for (var at = 0; at < samples.Length; at += length)
                {
                    extractor.Accept(samples.AsSpan(at, Math.Min(length, samples.Length - at)));
                }

                var parts = extractor.Finish();
                return parts.VoicedFrames == whole.VoicedFrames
                    && parts.Streams[1][parts.VoicedFrames - 1].SequenceEqual(whole.Streams[1][whole.VoicedFrames - 1]);
            }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Accept_WithinCapacity_AllocatesNothing()
    {
        var extractor = new FeatureExtractor(Streams, capacitySeconds: 10);
        var frame = Noise.White(320, 3000);
        for (var i = 0; i < 10; i++)
        {
            extractor.Accept(frame); // the first whole windows make the tables every extractor shares
        }

        // A collection in between may count what is left of the thread's memory as allocated, so the least of several counts.
        var allocated = Enumerable.Range(0, 5).Select(_ => AllocatedBy(80)).Min();

        Assert.Equal(0, allocated);

        long AllocatedBy(int frames)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < frames; i++)
            {
                extractor.Accept(frame);
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(399)]
    [InlineData(16000)]
    public void Extract_SilenceOrTooLittle_HasNoVoice(int samples) =>
        Assert.Equal(0, new FeatureExtractor(Streams).Extract(new short[samples]).VoicedFrames);

    [Fact]
    public void Extract_TelephoneBand_IsMeasuredAsNarrow()
    {
        var noise = Noise.White(32000, 3000);
        var narrow = Auth.Augmentation.PcmConversion.ToSamples(
            Auth.Augmentation.TelephoneBand.Apply(Auth.Augmentation.PcmConversion.ToDoubles(noise)));

        Assert.InRange(new FeatureExtractor(Streams).Extract(noise).Quality.BandwidthHz, 7500, 8000);
        Assert.InRange(new FeatureExtractor(Streams).Extract(narrow).Quality.BandwidthHz, 3500, 4500);
    }
}
