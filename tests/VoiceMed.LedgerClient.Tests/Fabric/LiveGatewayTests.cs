using System.Text;
using VoiceMed.LedgerClient.Fabric;
using VoiceMed.LedgerClient.Fabric.Errors;
using VoiceMed.LedgerClient.Fabric.Events;
using VoiceMed.LedgerClient.Fabric.Identity;
using VoiceMed.LedgerClient.Fabric.Profile;
using VoiceMed.LedgerClient.Grpc;

namespace VoiceMed.LedgerClient.Tests.Fabric;

/// <summary>What a real peer says and does, on the network whose connection profile <c>VOICEMED_FABRIC</c> names.</summary>
public sealed class LiveGatewayTests : IDisposable
{
    private readonly string run = Guid.NewGuid().ToString("N")[..12];
    private FabricConnection? opened;

    [SkippableFact]
    public async Task Submit_ThenEvaluate_ReadsWhatWasWritten()
    {
        var stored = await AddVisitAsync("v1");
        Assert.Equal($"[{Encoding.UTF8.GetString(stored.Span)}]", await EvaluateAsync("getHospitalVisits", run));
    }

    [SkippableFact]
    public async Task Evaluate_ContractRefuses_ItsRussianWordsArriveWhole()
    {
        var refused = await Assert.ThrowsAsync<GatewayException>(() => EvaluateAsync("getHospitalVisit", run, "7"));
        Assert.Equal((GrpcStatusCode.Unknown, GatewayErrorFamily.ChaincodeRefused), (refused.StatusCode, refused.Family));
        Assert.Equal(new ChaincodeResponse(500, "визит 7 не найден"), refused.Response);
        Assert.NotEmpty(Assert.Single(refused.Details).Address);
    }

    [SkippableFact]
    public async Task Submit_ContractRefuses_ItsWordsStandInTheDetails()
    {
        await AddVisitAsync("v1");
        var refused = await Assert.ThrowsAsync<EndorseException>(() => AddVisitAsync("v1"));
        Assert.Equal((GrpcStatusCode.Aborted, GatewayErrorFamily.ChaincodeRefused), (refused.StatusCode, refused.Family));
        Assert.EndsWith("already exists", refused.Response?.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Submit_UnknownChaincode_IsMisconfigured()
    {
        var refused = await Assert.ThrowsAsync<EndorseException>(() => Connection.Network.GetContract("nochaincode").SubmitAsync("f"));
        Assert.Equal(GatewayErrorFamily.Misconfigured, refused.Family);
    }

    [SkippableFact]
    public async Task Evaluate_UnknownChannel_IsMisconfiguredThoughThePeerSaysUnavailable()
    {
        var refused = await Assert.ThrowsAsync<GatewayException>(
            () => Connection.Gateway.GetNetwork("nochannel").GetContract("visits").EvaluateAsync("f"));
        Assert.Equal((GrpcStatusCode.Unavailable, GatewayErrorFamily.Misconfigured), (refused.StatusCode, refused.Family));
    }

    [SkippableFact]
    public async Task Evaluate_TransientData_ReachesTheContract()
    {
        var options = ProposalOptions.WithArguments("note") with
        {
            TransientData = new Dictionary<string, ReadOnlyMemory<byte>> { ["note"] = new byte[17] },
        };
        Assert.Equal("17", Encoding.UTF8.GetString((await Contract.EvaluateAsync("transientSize", options)).Span));
    }

    [SkippableFact]
    public async Task Submit_EightIncrementsAtOnce_ConflictWithoutRetry()
    {
        var increments = Enumerable.Range(0, 8).Select(_ => Contract.SubmitAsync("increaseCounter", ProposalOptions.WithArguments(run))).ToArray();
        await Task.WhenAll(increments).ContinueWith(static _ => { }, TaskScheduler.Default);
        var faults = increments.Where(increment => increment.IsFaulted).Select(increment => increment.Exception!.InnerException).ToArray();
        Assert.NotEmpty(faults);
        Assert.All(faults, fault => Assert.Equal(TransactionValidationCode.MvccReadConflict, Assert.IsType<CommitException>(fault).Code));
    }

    [SkippableFact]
    public async Task SubmitWithRetry_EightIncrementsAtOnce_AllCount()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Contract.SubmitWithRetryAsync(
            "increaseCounter", ProposalOptions.WithArguments(run), new() { MaxConflictAttempts = 50 })));
        Assert.Equal("9", Encoding.UTF8.GetString((await Contract.SubmitAsync("increaseCounter", ProposalOptions.WithArguments(run))).Span));
    }

    [SkippableFact]
    public async Task Evaluate_HighS_IsRefusedByThePeer()
    {
        using var key = PrivateKeySigner.FromFile(Profile.PrivateKey);
        var raising = new RaisingSigner(key);
        using var channel = NewChannel();
        var gateway = Gateway.Connect(channel, FabricIdentity.FromFile(Profile.MspId, Profile.Certificate), raising);
        var refused = await Assert.ThrowsAsync<GatewayException>(
            () => gateway.GetNetwork(Profile.Channel).GetContract(Profile.Chaincode).EvaluateAsync("getHospitalVisits", ProposalOptions.WithArguments(run)));
        Assert.Equal(GatewayErrorFamily.Denied, refused.Family);
    }

    [SkippableFact]
    public async Task Evaluate_UnderAnotherOrganisationsName_IsDenied()
    {
        using var key = PrivateKeySigner.FromFile(Profile.PrivateKey);
        using var channel = NewChannel();
        var gateway = Gateway.Connect(channel, FabricIdentity.FromFile("Org9MSP", Profile.Certificate), key);
        var refused = await Assert.ThrowsAsync<GatewayException>(
            () => gateway.GetNetwork(Profile.Channel).GetContract(Profile.Chaincode).EvaluateAsync("getHospitalVisits", ProposalOptions.WithArguments(run)));
        Assert.Equal(GatewayErrorFamily.Denied, refused.Family);
    }

    [SkippableFact]
    public async Task Events_FromACheckpoint_GoOnBehindIt()
    {
        var first = await Contract.SubmitWithRetryAsync("addHospitalVisit", Visit("e1"));
        await AddVisitAsync("e2");
        await AddVisitAsync("e3");
        var heard = new List<string>();
        var checkpoint = new EventCheckpoint(first.Status.BlockNumber, first.Status.TransactionId);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await foreach (var one in Connection.Network.GetChaincodeEventsAsync(Profile.Chaincode, new EventOptions { Checkpoint = checkpoint }, patience.Token))
        {
            var payload = Encoding.UTF8.GetString(one.Payload.Span);
            if (one.EventName != "HospitalVisitAdded" || !payload.Contains(run, StringComparison.Ordinal)) continue;
            heard.Add(payload);
            if (heard.Count == 2) break;
        }
        Assert.Contains("\"e2\"", heard[0], StringComparison.Ordinal);
        Assert.Contains("\"e3\"", heard[1], StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Connect_TlsRootOfAnotherOrganisation_NamesTheIssuer()
    {
        using var other = new Grpc.TestCertificates("Foreign CA");
        using var channel = new GrpcChannel(
            new Uri($"https://{Profile.Peer}"), new GrpcChannelOptions { Tls = new GrpcTlsOptions { Roots = [other.Root] } });
        using var key = PrivateKeySigner.FromFile(Profile.PrivateKey);
        var gateway = Gateway.Connect(channel, FabricIdentity.FromFile(Profile.MspId, Profile.Certificate), key);
        var refused = await Assert.ThrowsAsync<GatewayException>(() => gateway.GetNetwork(Profile.Channel).GetContract("visits").EvaluateAsync("f"));
        Assert.Contains("does not lead to a trusted root", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => opened?.Dispose();

    private static ConnectionProfile Profile => LiveNetwork.Profile();

    private FabricConnection Connection => opened ??= FabricConnection.Open(Profile);

    private LedgerClient.Fabric.Contract Contract => Connection.GetContract(null);

    private ProposalOptions Visit(string id) => ProposalOptions.WithArguments(run, id, "Hospital One", "cardiology", "2026-11-21", "планово");

    private Task<ReadOnlyMemory<byte>> AddVisitAsync(string id) => Contract.SubmitAsync("addHospitalVisit", Visit(id));

    private async Task<string> EvaluateAsync(string function, params string[] arguments) =>
        Encoding.UTF8.GetString((await Contract.EvaluateAsync(function, ProposalOptions.WithArguments(arguments))).Span);

    private static GrpcChannel NewChannel() => new(new Uri($"https://{Profile.Peer}"), new GrpcChannelOptions
    {
        Tls = new GrpcTlsOptions { Roots = FabricConnection.ReadCertificates(Profile.TlsRoots), HostNameOverride = Profile.HostNameOverride },
    });

    /// <summary>Turns every signature into its high-s twin, which verifies just as well.</summary>
    private sealed class RaisingSigner(ISigner signer) : ISigner
    {
        private static readonly System.Numerics.BigInteger Order = System.Numerics.BigInteger.Parse(
            "00ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", System.Globalization.NumberStyles.HexNumber);

        public async ValueTask<ReadOnlyMemory<byte>> SignAsync(ReadOnlyMemory<byte> digest, CancellationToken cancellationToken)
        {
            var pair = new System.Formats.Asn1.AsnReader(await signer.SignAsync(digest, cancellationToken), System.Formats.Asn1.AsnEncodingRules.DER)
                .ReadSequence();
            var writer = new System.Formats.Asn1.AsnWriter(System.Formats.Asn1.AsnEncodingRules.DER);
            using (writer.PushSequence())
            {
                writer.WriteInteger(pair.ReadInteger());
                writer.WriteInteger(Order - pair.ReadInteger());
            }
            return writer.Encode();
        }
    }
}
