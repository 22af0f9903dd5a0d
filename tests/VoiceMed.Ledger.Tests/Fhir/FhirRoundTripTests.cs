using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using VoiceMed.Ledger.Fhir;
using VoiceMed.LedgerClient.Records;
using Xunit;

namespace VoiceMed.Ledger.Tests.Fhir;

public sealed class FhirRoundTripTests
{
    [Fact]
    public void ReadOwn_AnyRecordWritten_GivesTheSameRecord()
    {
        Prop.ForAll(RecordGenerators.All(), record =>
        {
            var text = FhirWriter.Write(record).ToJsonString(FhirWriter.Json);
            using var document = FhirReader.Parse(System.Text.Encoding.UTF8.GetBytes(text));
            var read = FhirReader.ReadOwn(document.RootElement);
            return Same(record, read).Label(text);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Fact]
    public void Write_EveryRecordKind_IsCoveredByTheProperty()
    {
        var kinds = RecordGenerators.All().Generator.Sample(500).Select(r => r.GetType()).Distinct().Count();
        Assert.Equal(FhirReader.ResourceTypes.Count + 1, kinds);
    }

    [Fact]
    public void WriteBundle_OfRecords_ReadsBackEntryByEntry()
    {
        var records = RecordGenerators.All().Generator.Sample(50).ToArray();
        var bundle = FhirWriter.WriteBundle("searchset", records, total: 70);
        using var document = FhirReader.Parse(System.Text.Encoding.UTF8.GetBytes(bundle.ToJsonString()));
        var read = Ledger.Fhir.Bundles.FhirBundle.Read(document.RootElement);
        Assert.Equal(70, document.RootElement.GetProperty("total").GetInt32());
        Assert.All(records.Zip(read.Entries), pair => Assert.True(Same(pair.First, FhirReader.ReadOwn(pair.Second.Resource.Value))));
    }

    // Lists compare by reference in a record: compare what they hold.
    private static bool Same(LedgerRecord written, LedgerRecord read) => (written, read) switch
    {
        (Consent a, Consent b) => a.Kinds.SequenceEqual(b.Kinds) && a with { Kinds = b.Kinds } == b,
        _ => written == read,
    };
}
