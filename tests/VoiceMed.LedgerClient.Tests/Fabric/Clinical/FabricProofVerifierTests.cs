using System.Text.Json;
using NodaTime;
using VoiceMed.LedgerClient.Fabric.Blocks;
using VoiceMed.LedgerClient.Fabric.Clinical;
using VoiceMed.LedgerClient.Fabric.Profile;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Proofs;
using VoiceMed.LedgerClient.Records;
using VoiceMed.LedgerClient.Serialization;
using VoiceMed.LedgerClient.Tests.Grpc;

namespace VoiceMed.LedgerClient.Tests.Fabric.Clinical;

/// <summary>An answer is verified by what the client itself trusts, and by nothing a peer says about itself.</summary>
public sealed class FabricProofVerifierTests : IDisposable
{
    private static readonly HospitalVisit Visit = new()
    {
        Id = "visit-1",
        Patient = new PatientId("patient-1"),
        Hospital = new HospitalId("hospital-1"),
        HospitalName = new BilingualText("Больница", "Hospital"),
        Department = "cardiology",
        Date = new LocalDate(2026, 11, 1),
        Reason = new BilingualText("осмотр", "check-up"),
    };

    private readonly TestConsortium consortium = new();
    private readonly TestIdentity clinician;

    public FabricProofVerifierTests() => clinician = new TestIdentity(consortium.Second, "Org2MSP", "doctor, OU=client");

    [Fact]
    public void Verify_HonestBlock_IsVerified()
    {
        var verdict = Verify(Honest());
        Assert.True(verdict.Verified, verdict.Detail);
    }

    [Fact]
    public void Verify_NoProof_IsNot() =>
        Assert.False(Verifier().Verify(new LedgerAnswer<HospitalVisit>([Visit], null, 1, "rule")).Verified);

    [Fact]
    public void Verify_AnotherRecordShown_IsNot() =>
        AssertRefused("not the one that was endorsed", Honest(), shown: Visit with { Department = "oncology" });

    [Fact]
    public void Verify_AnotherPatientShown_IsNot() =>
        AssertRefused("not the one that was endorsed", Honest(), shown: Visit with { Patient = new PatientId("patient-2") });

    [Fact]
    public void Verify_TransactionsChangedAfterSigning_IsNot() => AssertRefused("not those its header was made for", Honest(afterSigning: bytes =>
    {
        bytes[^1] ^= 1;
        return bytes;
    }));

    [Fact]
    public void Verify_NoOrderersSignature_IsNot() => AssertRefused("no trusted orderer", Honest(unsigned: true));

    [Fact]
    public void Verify_BlockSignedByAPeer_IsNot() => AssertRefused("no trusted orderer", Honest(orderedBy: consortium.Peers[0]));

    [Fact]
    public void Verify_BlockSignedUnderAForeignCouncil_IsNot()
    {
        using var foreign = new TestCertificates("Council CA");
        using var impostor = new TestIdentity(foreign, "CouncilMSP", "orderer0, OU=orderer");
        AssertRefused("no trusted orderer", Honest(orderedBy: impostor));
    }

    [Fact]
    public void Verify_OneOrganisationOnly_IsNot() => AssertRefused("1 of 2", Honest(endorsedBy: [consortium.Peers[0]]));

    [Fact]
    public void Verify_OneOrganisationTwice_IsNot() => AssertRefused("1 of 2", Honest(endorsedBy: [consortium.Peers[0], consortium.Peers[0]]));

    [Fact]
    public void Verify_ClinicianInsteadOfPeer_IsNot() => AssertRefused("1 of 2", Honest(endorsedBy: [consortium.Peers[0], clinician]));

    [Fact]
    public void Verify_PeerOfOneOrganisationUnderTheNameOfAnother_IsNot()
    {
        using var disguised = new TestIdentity(consortium.First, "Org2MSP", "peer0, OU=peer");
        AssertRefused("1 of 2", Honest(endorsedBy: [consortium.Peers[0], disguised]));
    }

    [Fact]
    public void Verify_OneOfTwoWhereOneIsEnough_IsVerified() => Assert.True(Verify(Honest(endorsedBy: [consortium.Peers[0]]), endorsements: 1).Verified);

    [Fact]
    public void Verify_InvalidTransaction_IsNot() =>
        AssertRefused("MvccReadConflict", Honest(code: (byte)LedgerClient.Fabric.TransactionValidationCode.MvccReadConflict));

    [Fact]
    public void Verify_EndorsedForAnotherCall_IsNot() => AssertRefused("another call", Honest(hashOfAnotherCall: true));

    [Fact]
    public void Verify_WrittenByAnotherChaincode_IsNot() => AssertRefused("not the one that was endorsed", Honest(chaincode: "other"));

    [Fact]
    public void Verify_TransactionOfAnotherChannel_IsNot() => AssertRefused("of another channel", Honest(channel: "research"));

    [Fact]
    public void Verify_OneOfSeveralEntriesOfATransaction_IsVerifiedAsThatEntryOnly()
    {
        var builder = Honest(suffix: ".3");
        var third = Visit with { Entry = new EntryReference("visits", (long)builder.Number, builder.TransactionId + ".3") };
        var fourth = Visit with { Entry = new EntryReference("visits", (long)builder.Number, builder.TransactionId + ".4") };
        Assert.True(Verify(builder, third).Verified);
        Assert.False(Verify(builder, fourth).Verified);
    }

    [Fact]
    public void Verify_EntryInAnotherBlock_IsNot()
    {
        var block = Honest();
        var shown = Visit with { Entry = new EntryReference("visits", 18, block.TransactionId) };
        Assert.False(Verify(block, shown).Verified);
    }

    [Fact]
    public void Verify_TransactionNotInTheBlock_IsNot()
    {
        var shown = Visit with { Entry = new EntryReference("visits", 17, new string('0', 64)) };
        var verdict = Verify(Honest(), shown);
        Assert.Contains("does not hold", verdict.Detail, StringComparison.Ordinal);
        Assert.False(verdict.Verified);
    }

    [Fact]
    public void Verify_EveryByteOfTheBlockFlipped_VerifiesNothingButTheRecord()
    {
        var builder = Honest();
        var bytes = builder.Build().ToBytes();
        var verifier = Verifier();
        for (var at = 0; at < bytes.Length; at++)
        {
            var flipped = bytes.ToArray();
            flipped[at] ^= 0x04;
            FabricBlock block;
            try
            {
                block = FabricBlock.Parse(flipped);
            }
            catch (FormatException)
            {
                continue;
            }
            // What nobody signs may change: the verdict must then still be about the very record and its endorsed transaction.
            if (verifier.Verify(Answer(block, Shown(builder))).Verified)
                Assert.Equal(RecordJson.Encode(Visit), RecordJson.Encode(Written(block, builder.TransactionId)));
        }
    }

    [Fact]
    public void Parse_NoBlock_Throws()
    {
        Assert.Throws<FormatException>(() => FabricBlock.Parse([]));
        Assert.Throws<FormatException>(() => FabricBlock.Parse([0x0A, 0xFF]));
    }

    [Fact]
    public void Verifier_ProfileWithoutAuthorities_SaysSo() =>
        Assert.Throws<ConnectionProfileException>(() => new FabricProofVerifier(new ConnectionProfile()));

    public void Dispose()
    {
        clinician.Dispose();
        consortium.Dispose();
    }

    private static LedgerRecord Written(FabricBlock block, string transaction)
    {
        var value = block.Find(transaction)!.Written("visits", $"\0record\0patient-1\0visit\0{transaction}\0")!;
        return RecordJson.Decode(System.Text.Encoding.UTF8.GetBytes(JsonDocument.Parse(value.Memory).RootElement.GetProperty("body").GetString()!));
    }

    private BlockBuilder Honest(
        IReadOnlyList<TestIdentity>? endorsedBy = null, TestIdentity? orderedBy = null, bool unsigned = false, byte code = 0, string chaincode = "visits",
        bool hashOfAnotherCall = false, Func<byte[], byte[]>? afterSigning = null, string channel = "visits", string suffix = "") => new()
        {
            Record = Visit,
            Endorsers = endorsedBy ?? consortium.Peers,
            Orderer = unsigned ? null : orderedBy ?? consortium.Orderer,
            Code = code,
            Chaincode = chaincode,
            Channel = channel,
            Suffix = suffix,
            HashOfAnotherCall = hashOfAnotherCall,
            AfterSigning = afterSigning ?? (bytes => bytes),
        };

    private static HospitalVisit Shown(BlockBuilder builder, HospitalVisit? shown = null) =>
        (shown ?? Visit) is { Entry: null } bare
            ? bare with { Entry = new EntryReference("visits", (long)builder.Number, builder.TransactionId) }
            : shown!;

    private static LedgerAnswer<HospitalVisit> Answer(FabricBlock block, HospitalVisit shown) =>
        new([shown], new FabricProof(new Dictionary<long, FabricBlock> { [17] = block }), 1, "rule");

    private ProofVerdict Verify(BlockBuilder builder, HospitalVisit? shown = null, int endorsements = 0) =>
        Verifier(endorsements).Verify(Answer(builder.Build(), Shown(builder, shown)));

    private void AssertRefused(string because, BlockBuilder builder, HospitalVisit? shown = null)
    {
        var verdict = Verify(builder, shown);
        Assert.False(verdict.Verified);
        Assert.Contains(because, verdict.Detail, StringComparison.Ordinal);
        Assert.DoesNotContain("patient-", verdict.Detail, StringComparison.Ordinal);
    }

    private FabricProofVerifier Verifier(int endorsements = 0) => new(consortium.Profile(endorsements));
}
