using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using VoiceMed.LedgerClient.Entries;
using Xunit;

namespace VoiceMed.Ledger.Tests.Golden;

/// <summary>The record layout of docs/ledger-record-layout.md. Entries that were written once must be read for ever.</summary>
public class EntryLayoutTests
{
    private static readonly EntryHeader Sample = new()
    {
        Chain = "patient/patient-1",
        Index = 3,
        Previous = Filled(0x11),
        Time = Instant.FromUtc(2026, 11, 22, 8, 30) + Duration.FromNanoseconds(123_456_000),
        Writer = "hospital-1/manager-1",
        Kind = "visit",
        Delivery = Filled(0x22),
        Supersedes = [],
        Sealing = Sealing.AesGcm,
        Stored = Filled(0x33),
        Commitment = Filled(0x44),
        Attachment = [],
    };

    [Fact]
    public void Encode_Sample_IsTheGoldenFile() => Assert.Equal(Golden("entry-v1.hex"), Convert.ToHexStringLower(EntryCodec.Encode(Sample)));

    [Fact]
    public void Hash_Sample_IsTheGoldenFile() => Assert.Equal(Golden("entry-v1.hash"), Convert.ToHexStringLower(Sample.Hash()));

    [Fact]
    public void Decode_GoldenFile_IsTheSample()
    {
        var read = EntryCodec.Decode(Convert.FromHexString(Golden("entry-v1.hex")));

        Assert.Equal((Sample.Chain, Sample.Index, Sample.Time, Sample.Writer, Sample.Kind, Sample.Sealing), (read.Chain, read.Index, read.Time, read.Writer, read.Kind, read.Sealing));
        Assert.Equal(Sample.Commitment, read.Commitment);
    }

    [Fact]
    public void Decode_EveryTruncation_IsRefusedWithAMessage()
    {
        var whole = EntryCodec.Encode(Sample);
        for (var length = 0; length < whole.Length; length++)
        {
            Assert.Throws<FormatException>(() => EntryCodec.Decode(whole.AsSpan(0, length)));
        }

        Assert.Throws<FormatException>(() => EntryCodec.Decode([.. whole, 0]));
    }

    [Fact]
    public void Decode_AnyBytes_IsRefusedOrReadsWhatWouldBeWritten() => Check.QuickThrowOnFailure(Prop.ForAll(
        Gen.Choose(0, 255).Select(static value => (byte)value).ArrayOf().SelectMany(static noise => Gen.Choose(0, 400).Select(at => (noise, at))).ToArbitrary(),
        static sample =>
        {
            var bytes = EntryCodec.Encode(Sample);
            for (var i = 0; i < sample.noise.Length && sample.at + i < bytes.Length; i++)
            {
                bytes[sample.at + i] = sample.noise[i];
            }

            try
            {
                return EntryCodec.Encode(EntryCodec.Decode(bytes)).AsSpan().SequenceEqual(bytes);
            }
            catch (FormatException)
            {
                return true;
            }
        }));

    private static byte[] Filled(byte value) => [.. Enumerable.Repeat(value, 32)];

    private static string Golden(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", name)).Trim();
}
