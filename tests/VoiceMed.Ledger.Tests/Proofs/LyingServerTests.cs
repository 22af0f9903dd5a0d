using System.Security.Cryptography;
using System.Text;
using NodaTime;
using VoiceMed.Ledger.Checkpoints;
using VoiceMed.Ledger.Governance;
using VoiceMed.Ledger.Tests.Support;
using VoiceMed.LedgerClient;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Merkle;
using VoiceMed.LedgerClient.Proofs;
using VoiceMed.LedgerClient.Records;
using Xunit;

namespace VoiceMed.Ledger.Tests.Proofs;

/// <summary>A ledger that lies in every way it can think of, to a client that holds the council's keys and nothing else.</summary>
public sealed class LyingServerTests : IAsyncLifetime
{
    private TemporaryLedger _temporary = null!;
    private PatientId _patient;
    private LedgerAnswer<HospitalVisit> _honest = null!;

    private CouncilKeys Council => PinnedCouncil.Read(PinnedCouncil.PathIn(_temporary.Options.KeysDirectory));

    private CheckpointProof Proof => (CheckpointProof)_honest.Proof!;

    public async Task InitializeAsync()
    {
        _temporary = await TemporaryLedger.OpenAsync();
        _patient = await _temporary.Ledger.AdmitAsync("patient-1", visits: 20);
        await _temporary.Ledger.AdmitAsync("patient-2", visits: 20);
        _honest = await AskAsync();
    }

    public async Task DisposeAsync() => await _temporary.DisposeAsync();

    [Fact]
    public void Verify_HonestAnswer_IsVerified() => Assert.True(Verify(_honest).Verified, Verify(_honest).Detail);

    [Fact]
    public void Verify_ChangedRecord_IsRefused() =>
        Assert.Contains("something else than is shown", Refused(_honest with { Items = [_honest.Items[0] with { Department = "oncology" }, .. _honest.Items.Skip(1)] }), StringComparison.Ordinal);

    [Fact]
    public void Verify_RecordLeftOut_IsRefused() => Refused(_honest with { Items = [.. _honest.Items.Skip(1)] });

    [Fact]
    public void Verify_RecordsSwapped_IsRefused() => Refused(_honest with { Items = [_honest.Items[1], _honest.Items[0], .. _honest.Items.Skip(2)] });

    [Fact]
    public void Verify_PayloadOfAnotherEntry_IsRefused()
    {
        var forged = Proof.Entries[0] with { Payload = Proof.Entries[1].Payload, OpeningKey = Proof.Entries[1].OpeningKey };

        Assert.Contains("commits to another content", Refused(WithEntry(forged) with { Items = [_honest.Items[1], .. _honest.Items.Skip(1)] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_WrongLeaf_IsRefused()
    {
        // A header that nobody signed, made to commit to what the liar wants to show.
        var header = LedgerClient.Entries.EntryCodec.Decode(Proof.Entries[0].Header);
        var key = new byte[32];
        var forged = header with { Commitment = LedgerClient.Entries.EntryOpening.Commit(key, Proof.Entries[0].Payload) };

        Assert.Contains("does not stand in its chain", Refused(WithEntry(Proof.Entries[0] with
        {
            Header = LedgerClient.Entries.EntryCodec.Encode(forged),
            OpeningKey = key,
        })), StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_EveryHashOfEveryPathChanged_IsRefused()
    {
        for (var i = 0; i < Proof.Entries[0].Path.Count; i++)
        {
            Refused(WithEntry(Proof.Entries[0] with { Path = Changed(Proof.Entries[0].Path, i) }));
        }

        for (var i = 0; i < Proof.Chains[0].Path.Count; i++)
        {
            Refused(_honest with { Proof = Proof with { Chains = [Proof.Chains[0] with { Path = Changed(Proof.Chains[0].Path, i) }] } });
        }
    }

    [Fact]
    public void Verify_HeadLeftOutOrForged_IsRefused()
    {
        Assert.Contains("no head", Refused(_honest with { Proof = Proof with { Chains = [] } }), StringComparison.Ordinal);
        Refused(_honest with { Proof = Proof with { Chains = [Proof.Chains[0] with { Size = Proof.Chains[0].Size + 1 }] } });
        Refused(_honest with { Proof = Proof with { Chains = [Proof.Chains[0] with { Root = new byte[32] }] } });
        Refused(_honest with { Proof = Proof with { Chains = [Proof.Chains[0], Proof.Chains[0]] } });
    }

    [Fact]
    public void Verify_CheckpointSignedByStrangers_IsRefused()
    {
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var bytes = Encoding.UTF8.GetBytes(Proof.Checkpoint.Text);
        IReadOnlyList<CouncilSignature> forged =
        [
            .. Proof.Checkpoint.Signatures.Select(signature => signature with { Value = stranger.SignData(bytes, HashAlgorithmName.SHA256) }),
        ];

        Refused(_honest with { Proof = Proof with { Checkpoint = Proof.Checkpoint with { Signatures = forged } } });
    }

    [Fact]
    public void Verify_OneMemberSigningTwice_IsNoQuorum()
    {
        var one = Proof.Checkpoint.Signatures[0];

        Assert.Contains("1 council signatures; 2 are needed", Refused(_honest with { Proof = Proof with { Checkpoint = Proof.Checkpoint with { Signatures = [one, one] } } }), StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_CheckpointOfAnotherChannel_IsRefused()
    {
        var other = new CouncilKeys("voicemed/elsewhere", Council.Threshold, Council.Keys);

        Assert.Contains("not of 'voicemed/elsewhere'", new CheckpointProofVerifier(other).Verify(_honest).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_ReplayedCheckpoint_IsRefused()
    {
        var verifier = new CheckpointProofVerifier(Council, _temporary.Ledger.Store);
        Assert.True(verifier.Verify(_honest).Verified);
        _temporary.Clock.Advance(Duration.FromMinutes(1));
        await _temporary.Ledger.WriteAsync(Records.Visit(_patient, 100));
        Assert.True(verifier.Verify(await AskAsync()).Verified);

        Assert.Contains("Replayed checkpoint", verifier.Verify(_honest).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_AnswersThatOvertakeEachOther_AreVerified()
    {
        var verifier = new CheckpointProofVerifier(Council, _temporary.Ledger.Store);
        await _temporary.Ledger.WriteAsync(Records.Visit(_patient, 100));
        Assert.True(verifier.Verify(await AskAsync()).Verified);

        Assert.True(verifier.Verify(_honest).Verified);
    }

    [Fact]
    public void Verify_ForkedHistory_IsRefused()
    {
        // The council's keys sign two histories (a stolen quorum): the client that saw the first one notices.
        var verifier = new CheckpointProofVerifier(Council, new Fork());
        Assert.True(verifier.Verify(_honest).Verified);
        var honest = Checkpoint.Parse(Proof.Checkpoint.Text);

        Assert.Contains("Forked history", verifier.Accept(Sign(honest with { Root = new byte[32] }), out _), StringComparison.Ordinal);
        Assert.Contains("Forked history", verifier.Accept(Sign(honest with { Size = honest.Size + 5, Root = MerkleHash.Leaf("fork"u8) }), out _), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_NewerCheckpointWithoutConsistency_IsRefused()
    {
        var verifier = new CheckpointProofVerifier(Council);
        Assert.True(verifier.Verify(_honest).Verified);
        await _temporary.Ledger.WriteAsync(Records.Visit(_patient, 100));

        Assert.Contains("No proof that", verifier.Verify(await AskAsync()).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public void Verify_NoProof_IsRefused() => Refused(_honest with { Proof = null });

    private async Task<LedgerAnswer<HospitalVisit>> AskAsync() =>
        await _temporary.Ledger.GetHospitalVisitsAsync(_patient, null, null, null, null, TemporaryLedger.House);

    private ProofVerdict Verify(LedgerAnswer<HospitalVisit> answer) => new CheckpointProofVerifier(Council, _temporary.Ledger.Store).Verify(answer);

    private string Refused(LedgerAnswer<HospitalVisit> lie)
    {
        var verdict = Verify(lie);
        Assert.False(verdict.Verified, verdict.Detail);
        return verdict.Detail;
    }

    private LedgerAnswer<HospitalVisit> WithEntry(EntryProof forged) =>
        _honest with { Proof = Proof with { Entries = [forged, .. Proof.Entries.Skip(1)] } };

    private SignedCheckpoint Sign(Checkpoint checkpoint) =>
        new(checkpoint.Text(), new LocalCouncilSigner(_temporary.Ledger.Store.SigningKeys).Sign(checkpoint.Text()));

    private static IReadOnlyList<byte[]> Changed(IReadOnlyList<byte[]> path, int at)
    {
        var changed = path.Select(static hash => (byte[])hash.Clone()).ToList();
        changed[at][31] ^= 1;
        return changed;
    }

    /// <summary>Answers every question for consistency with hashes of its own.</summary>
    private sealed class Fork : IConsistencySource
    {
        public IReadOnlyList<byte[]> ConsistencyPath(long earlier, long size) => [new byte[32], new byte[32], new byte[32]];
    }
}
