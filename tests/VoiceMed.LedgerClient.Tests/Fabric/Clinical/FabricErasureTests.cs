using System.Text;
using NodaTime;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Fabric.Blocks;
using VoiceMed.LedgerClient.Fabric.Clinical;
using VoiceMed.LedgerClient.Fabric.Profile;
using VoiceMed.LedgerClient.Grpc;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;
using VoiceMed.LedgerClient.Tests.Grpc;

namespace VoiceMed.LedgerClient.Tests.Fabric.Clinical;

/// <summary>A key is destroyed for a tombstone the organisations endorsed, and on nobody's mere word.</summary>
public sealed class FabricErasureTests : IAsyncLifetime, IDisposable
{
    private static readonly PatientId Patient = new("patient-1");

    private readonly string folder = Directory.CreateTempSubdirectory("voicemed-erasure-").FullName;
    private readonly TestCertificates first = new("Org1 CA");
    private readonly TestCertificates second = new("Org2 CA");
    private readonly TestCertificates council = new("Council CA");
    private readonly TestIdentity peer1;
    private readonly TestIdentity peer2;
    private readonly TestIdentity orderer;
    private ScriptedGateway peer = null!;
    private FabricErasure erasure = null!;

    public FabricErasureTests()
    {
        peer1 = new TestIdentity(first, "Org1MSP", "peer0, OU=peer");
        peer2 = new TestIdentity(second, "Org2MSP", "peer0, OU=peer");
        orderer = new TestIdentity(council, "CouncilMSP", "orderer0, OU=orderer");
    }

    public async Task InitializeAsync()
    {
        peer = await ScriptedGateway.StartAsync();
        Reopen();
        Vault().CommitmentKey(Patient, "doc-1");
    }

    public async Task DisposeAsync() => await peer.DisposeAsync();

    public void Dispose()
    {
        erasure.Dispose();
        foreach (var one in new IDisposable[] { peer1, peer2, orderer, first, second, council }) one.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Settle_TombstoneWithoutDestroyedKey_DestroysIt()
    {
        // As after a crash between the two, or an erasure by another organisation.
        Hold(Tombstone());

        await erasure.SettleAsync(default);

        Assert.False(Vault().Keys.Has(Patient));
    }

    [Fact]
    public async Task Settle_Twice_AsksOnce()
    {
        Hold(Tombstone());
        await erasure.SettleAsync(default);
        var asked = peer.Calls.Count;

        await erasure.SettleAsync(default);
        Assert.Equal(asked, peer.Calls.Count);

        erasure.LookAgain();
        await erasure.SettleAsync(default);
        Assert.Equal(asked + 1, peer.Calls.Count); // the list, and no block: the key is gone
    }

    [Fact]
    public async Task Settle_OneOrganisationEndorsed_KeepsTheKeyAndRaisesTheAlarm() => await AssertKeptAsync(Tombstone(endorsedBy: [peer1]), "1 of 2");

    [Fact]
    public async Task Settle_NoOrdererSigned_KeepsTheKeyAndRaisesTheAlarm() => await AssertKeptAsync(Tombstone(signed: false), "no trusted orderer");

    [Fact]
    public async Task Settle_TombstoneOfAnotherPatient_KeepsTheKeyAndRaisesTheAlarm() =>
        await AssertKeptAsync(Tombstone(erased: "patient-2"), "writes no tombstone of this patient");

    [Fact]
    public async Task Settle_InvalidTransaction_KeepsTheKeyAndRaisesTheAlarm() =>
        await AssertKeptAsync(Tombstone(code: (byte)LedgerClient.Fabric.TransactionValidationCode.MvccReadConflict), "MvccReadConflict");

    [Fact]
    public async Task Settle_PeerUnreachable_LeavesItToTheNextCall()
    {
        peer.Script("Evaluate", [.. Enumerable.Repeat(ScriptedGateway.Refusing(GrpcStatusCode.ResourceExhausted, "too many requests"), 20)]);
        await erasure.SettleAsync(default);
        Assert.True(Vault().Keys.Has(Patient));
    }

    [Fact]
    public async Task Erase_BeforeTheRetentionIsOver_KeepsTheKey()
    {
        peer.Script("Endorse", ScriptedGateway.Refusing(
            GrpcStatusCode.Aborted, "failed to endorse transaction",
            "chaincode response 500, refused|retention.not-over|law.retention|The law keeps this record until 2051-11-21; it may not be erased before."));

        var refused = await Assert.ThrowsAsync<LedgerRejectedException>(() => erasure.EraseAsync(Patient, new HospitalId("hospital-1"), "wish").AsTask());

        Assert.Equal(("retention.not-over", "law.retention"), (refused.Code, refused.Rule));
        Assert.True(Vault().Keys.Has(Patient));
    }

    [Fact]
    public async Task Erase_AlreadyErased_DestroysWhatWasLeftAndSaysSo()
    {
        var tombstone = Tombstone();
        peer.Chaincode = call => call.Chaincode == "qscc"
            ? tombstone.Build().ToBytes()
            : Encoding.UTF8.GetBytes($$"""{"transaction":"{{tombstone.TransactionId}}","duplicate":true}""");

        var receipt = await erasure.EraseAsync(Patient, new HospitalId("hospital-1"), "retention-over");

        Assert.Equal((true, 17L, tombstone.TransactionId), (receipt.Duplicate, receipt.Entry.Index, receipt.Entry.Hash));
        Assert.False(Vault().Keys.Has(Patient));
    }

    [Fact]
    public async Task GetRetainedUntil_Patient_IsTheChaincodesDay()
    {
        peer.Chaincode = _ => """{"retainedUntil":"2051-11-21"}"""u8.ToArray();
        Assert.Equal(new LocalDate(2051, 11, 21), await erasure.GetRetainedUntilAsync(Patient));
        Assert.Equal(("Erasure:retention", "patient-1"), (peer.LastInvocation!.Function, Assert.Single(peer.LastInvocation.Arguments)));
    }

    private async Task AssertKeptAsync(BlockBuilder tombstone, string reason)
    {
        Hold(tombstone);
        var alarm = await Assert.ThrowsAsync<LedgerTamperedException>(() => erasure.SettleAsync(default));
        Assert.Contains(reason, alarm.Message, StringComparison.Ordinal);
        Assert.True(Vault().Keys.Has(Patient));
    }

    private void Hold(BlockBuilder tombstone) => peer.Chaincode = call => call.Chaincode == "qscc"
        ? tombstone.Build().ToBytes()
        : Encoding.UTF8.GetBytes($$"""[{"patient":"patient-1","transaction":"{{tombstone.TransactionId}}"}]""");

    private BlockBuilder Tombstone(
        IReadOnlyList<TestIdentity>? endorsedBy = null, bool signed = true, string erased = "patient-1", byte code = 0) => new()
        {
            Record = new Patient
            {
                Id = "p",
                Patient = Patient,
                Name = new BilingualText("Тестова Анна", "Testova Anna"),
                BirthDate = new LocalDate(1970, 1, 1),
            },
            Erased = erased,
            Endorsers = endorsedBy ?? [peer1, peer2],
            Orderer = signed ? orderer : null,
            Code = code,
        };

    private DocumentVault Vault() => new(Path.Combine(folder, "vault"), Path.Combine(folder, "keys"));

    private void Reopen()
    {
        var network = peer.Connect().GetNetwork("visits");
        var profile = new ConnectionProfile
        {
            Channel = "visits",
            Chaincode = "visits",
            Organizations = new Dictionary<string, IReadOnlyList<string>> { ["Org1MSP"] = [Write(first)], ["Org2MSP"] = [Write(second)] },
            Orderers = new Dictionary<string, IReadOnlyList<string>> { ["CouncilMSP"] = [Write(council)] },
        };
        erasure = new FabricErasure(
            new ClinicalContract(network.GetContract("visits", "Erasure")), new TransactionPlaces(new BlockReader(network), "visits"), Vault().Keys,
            new BlockCheck(profile), "visits");
    }

    private string Write(TestCertificates authority)
    {
        var path = Path.Combine(folder, $"{Guid.NewGuid():N}.pem");
        File.WriteAllText(path, authority.Root.ExportCertificatePem());
        return path;
    }
}
