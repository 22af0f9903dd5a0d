using VoiceMed.Ledger.Governance;
using VoiceMed.LedgerClient.Proofs;
using VoiceMed.LedgerClient.Serialization;
using Xunit;

namespace VoiceMed.Ledger.Tests.Golden;

/// <summary>A proof that was exported once, with the council it was signed by: every later program must still find it good.</summary>
public class ProofFormatTests
{
    [Fact]
    public void Read_GoldenProof_IsVerifiedAndWrittenTheSame()
    {
        var bytes = File.ReadAllBytes(Path("proof-v1.json"));
        var council = PinnedCouncil.Read(Path("council-v1.json"));

        var proof = ProofJson.Read(bytes);
        var verdict = new CheckpointProofVerifier(council).VerifyEntries(proof);

        Assert.True(verdict.Verified, verdict.Detail);
        Assert.Equal(bytes, ProofJson.Write(proof));
    }

    [Fact]
    public void Decode_GoldenRecords_AreWrittenTheSame()
    {
        foreach (var line in File.ReadLines(Path("records-v1.jsonl")))
        {
            var bytes = System.Text.Encoding.UTF8.GetBytes(line);

            Assert.Equal(bytes, RecordJson.Encode(RecordJson.Decode(bytes)));
        }
    }

    private static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "Golden", name);
}
