using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Channels;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Http;
using VoiceMed.LedgerClient.Fabric;
using VoiceMed.LedgerClient.Fabric.Identity;
using VoiceMed.LedgerClient.Fabric.Messages;
using VoiceMed.LedgerClient.Fabric.Profile;
using VoiceMed.LedgerClient.Grpc;
using VoiceMed.LedgerClient.Tests.Grpc;

namespace VoiceMed.LedgerClient.Tests.Fabric;

/// <summary>
/// A gateway peer on a real socket. It checks what a Fabric peer checks (transaction id, signatures and their low s, headers), answers with
/// real envelopes endorsed by two organisations, and does whatever else a test scripts for a method's next calls.
/// </summary>
internal sealed class ScriptedGateway : IAsyncDisposable
{
    private readonly TestCertificates authority = new("Org CA");
    private readonly ConcurrentDictionary<string, ConcurrentQueue<RequestDelegate>> scripts = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<(TransactionValidationCode Code, ulong Block)>> outcomes = new();
    private readonly List<ChaincodeEventsResponse> events = [];
    private readonly List<Channel<ChaincodeEventsResponse>> listeners = [];
    private X509Certificate2? certificate;
    private ScriptedServer server = null!;
    private ulong height = 5;

    private ScriptedGateway()
    {
        Client = new TestIdentity(authority, "Org1MSP", "doctor1");
        Peers = [new TestIdentity(authority, "Org1MSP", "peer0.org1"), new TestIdentity(authority, "Org2MSP", "peer0.org2")];
    }

    public TestIdentity Client { get; }

    public IReadOnlyList<TestIdentity> Peers { get; }

    public X509Certificate2 Root => authority.Root;

    public GrpcChannel Channel { get; private set; } = null!;

    /// <summary>Methods called, in order.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>Transactions the orderers got, in order, copies included.</summary>
    public ConcurrentQueue<string> Ordered { get; } = new();

    public Invocation? LastInvocation { get; private set; }

    /// <summary>The chaincode.</summary>
    public Func<Invocation, byte[]> Chaincode { get; set; } = invocation => Encoding.UTF8.GetBytes($"{invocation.Function} done");

    /// <summary>What the peers find when they validate a transaction.</summary>
    public Func<string, TransactionValidationCode> Verdict { get; set; } = _ => TransactionValidationCode.Valid;

    /// <summary>Changes an endorsed envelope before it leaves: a lying peer.</summary>
    public Func<Envelope, Envelope> Forge { get; set; } = envelope => envelope;

    /// <summary>Starts a gateway; a secure one speaks TLS, as those do that a <see cref="Profile"/> leads to.</summary>
    public static async Task<ScriptedGateway> StartAsync(bool secure = false)
    {
        var gateway = new ScriptedGateway();
        gateway.certificate = secure ? gateway.authority.Issue("peer0.org1", "localhost") : null;
        gateway.server = await ScriptedServer.StartAsync(gateway.AnswerAsync, gateway.certificate);
        gateway.Channel = new GrpcChannel(gateway.server.Address);
        return gateway;
    }

    public Gateway Connect(GatewayOptions? options = null) => Gateway.Connect(Channel, Client.Identity, Client.Signer, options);

    public LedgerClient.Fabric.Contract Contract(GatewayOptions? options = null) => Connect(options).GetNetwork("visits").GetContract("visits");

    /// <summary>The client's profile, with its files in a folder; the one authority stands for all.</summary>
    public ConnectionProfile Profile(string folder)
    {
        var (ca, client, key) = (Path.Combine(folder, "ca.pem"), Path.Combine(folder, "client.pem"), Path.Combine(folder, "client.key"));
        using var root = Root;
        File.WriteAllText(ca, root.ExportCertificatePem());
        File.WriteAllBytes(client, Client.Identity.Credentials.ToArray());
        File.WriteAllText(key, Client.KeyPem);
        return new ConnectionProfile
        {
            Peer = server.Address.Authority,
            TlsRoots = [ca],
            MspId = Client.Identity.MspId,
            Certificate = client,
            PrivateKey = key,
            Channel = "visits",
            Chaincode = "visits",
            Vault = Path.Combine(folder, "vault"),
            VaultKeys = Path.Combine(folder, "vault-keys"),
            Organizations = new Dictionary<string, IReadOnlyList<string>> { ["Org1MSP"] = [ca], ["Org2MSP"] = [ca] },
            Orderers = new Dictionary<string, IReadOnlyList<string>> { ["CouncilMSP"] = [ca] },
        };
    }

    /// <summary>Has a method's next calls answered by these, one each; after them it behaves again.</summary>
    public void Script(string method, params RequestDelegate[] answers)
    {
        foreach (var answer in answers) scripts.GetOrAdd(method, _ => new()).Enqueue(answer);
    }

    public static RequestDelegate Refusing(GrpcStatusCode code, string message = "scripted", string? detail = null) => context =>
    {
        Refuse(context, new PeerRefusal(code, message, detail));
        return Task.CompletedTask;
    };

    /// <summary>Emits an event in a block of its own.</summary>
    public void Emit(ulong block, params (string Transaction, string Name)[] emitted)
    {
        var response = new ChaincodeEventsResponse { BlockNumber = block };
        foreach (var (transaction, name) in emitted)
            response.Events.Add(new ChaincodeEvent { ChaincodeId = "visits", TxId = transaction, EventName = name, Payload = ByteString.CopyFromUtf8(name) });
        lock (events)
        {
            events.Add(response);
            foreach (var listener in listeners) listener.Writer.TryWrite(response);
        }
    }

    /// <summary>Takes a submitted transaction in, as the default behaviour does, without answering.</summary>
    public async Task OrderAsync(HttpContext context) => Order(SubmitRequest.Parser.ParseFrom(await ScriptedServer.ReadRequestAsync(context)));

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await server.DisposeAsync();
        certificate?.Dispose();
        Client.Dispose();
        foreach (var peer in Peers) peer.Dispose();
        authority.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var method = context.Request.Path.Value!.Split('/')[^1];
        Calls.Enqueue(method);
        if (scripts.TryGetValue(method, out var script) && script.TryDequeue(out var answer))
        {
            await answer(context);
            return;
        }
        try
        {
            await AnswerAsync(context, method);
        }
        catch (PeerRefusal refusal)
        {
            Refuse(context, refusal);
        }
    }

    private async Task AnswerAsync(HttpContext context, string method)
    {
        var request = await ScriptedServer.ReadRequestAsync(context);
        if (method == "ChaincodeEvents")
        {
            await StreamEventsAsync(context, SignedChaincodeEventsRequest.Parser.ParseFrom(request));
            return;
        }
        IMessage answer = method switch
        {
            "Evaluate" => Evaluate(EvaluateRequest.Parser.ParseFrom(request)),
            "Endorse" => Endorse(EndorseRequest.Parser.ParseFrom(request)),
            "Submit" => Order(SubmitRequest.Parser.ParseFrom(request)),
            "CommitStatus" => await CommitStatusAsync(SignedCommitStatusRequest.Parser.ParseFrom(request), context.RequestAborted),
            _ => throw new PeerRefusal(GrpcStatusCode.Unimplemented, method),
        };
        await ScriptedServer.SendAsync(context, ScriptedServer.Frame(answer.ToByteArray()));
        ScriptedServer.Finish(context);
    }

    private EvaluateResponse Evaluate(EvaluateRequest request)
    {
        LastInvocation = Check(request.TransactionId, request.ChannelId, request.ProposedTransaction, request.TargetOrganizations);
        return new EvaluateResponse { Result = new Response { Status = 200, Payload = ByteString.CopyFrom(Chaincode(LastInvocation)) } };
    }

    private EndorseResponse Endorse(EndorseRequest request)
    {
        var invocation = Check(request.TransactionId, request.ChannelId, request.ProposedTransaction, request.EndorsingOrganizations);
        LastInvocation = invocation;
        var visible = new ChaincodeProposalPayload { Input = invocation.Payload.Input }.ToByteString();
        var action = new ChaincodeAction { Response = new Response { Status = 200, Payload = ByteString.CopyFrom(Chaincode(invocation)) } };
        var response = new ProposalResponsePayload
        {
            ProposalHash = ByteString.CopyFrom(SHA256.HashData(
                [.. invocation.Header.ChannelHeader.Span, .. invocation.Header.SignatureHeader.Span, .. visible.Span])),
            Extension = action.ToByteString(),
        }.ToByteString();
        var endorsed = new ChaincodeEndorsedAction { ProposalResponsePayload = response };
        endorsed.Endorsements.AddRange(Peers.Select(peer => peer.Endorse(response)));
        var transaction = new LedgerClient.Fabric.Messages.Transaction();
        transaction.Actions.Add(new TransactionAction
        {
            Header = invocation.Header.SignatureHeader,
            Payload = new ChaincodeActionPayload { ChaincodeProposalPayload = visible, Action = endorsed }.ToByteString(),
        });
        var payload = new Payload { Header = invocation.Header, Data = transaction.ToByteString() };
        return new EndorseResponse { PreparedTransaction = Forge(new Envelope { Payload = payload.ToByteString() }) };
    }

    private SubmitResponse Order(SubmitRequest request)
    {
        var payload = Payload.Parser.ParseFrom(request.PreparedTransaction.Payload);
        var header = ChannelHeader.Parser.ParseFrom(payload.Header.ChannelHeader);
        var signature = SignatureHeader.Parser.ParseFrom(payload.Header.SignatureHeader);
        Require(header.TxId == request.TransactionId && header.ChannelId == request.ChannelId, "the request is about another transaction");
        CheckSignature(signature.Creator, request.PreparedTransaction.Payload, request.PreparedTransaction.Signature);
        Ordered.Enqueue(header.TxId);
        Outcome(header.TxId).TrySetResult((Verdict(header.TxId), Interlocked.Increment(ref height)));
        return new SubmitResponse();
    }

    private async Task<CommitStatusResponse> CommitStatusAsync(SignedCommitStatusRequest signed, CancellationToken aborted)
    {
        var request = CommitStatusRequest.Parser.ParseFrom(signed.Request);
        CheckSignature(request.Identity, signed.Request, signed.Signature);
        var (code, block) = await Outcome(request.TransactionId).Task.WaitAsync(aborted);
        return new CommitStatusResponse { Result = (int)code, BlockNumber = block };
    }

    private async Task StreamEventsAsync(HttpContext context, SignedChaincodeEventsRequest signed)
    {
        var request = LedgerClient.Fabric.Messages.ChaincodeEventsRequest.Parser.ParseFrom(signed.Request);
        CheckSignature(request.Identity, signed.Request, signed.Signature);
        var listener = System.Threading.Channels.Channel.CreateUnbounded<ChaincodeEventsResponse>();
        lock (events)
        {
            var past = request.StartPosition.Specified is { } start ? events.Where(one => one.BlockNumber >= start.Number) : [];
            foreach (var one in past) listener.Writer.TryWrite(one);
            listeners.Add(listener);
        }
        await ScriptedServer.SendAsync(context, []);
        var skipping = request.AfterTransactionId.Length > 0;
        await foreach (var one in listener.Reader.ReadAllAsync(context.RequestAborted))
        {
            var rest = one.Clone();
            while (skipping && rest.Events.Count > 0)
            {
                skipping = rest.Events[0].TxId != request.AfterTransactionId;
                rest.Events.RemoveAt(0);
            }
            if (rest.Events.Count > 0) await ScriptedServer.SendAsync(context, ScriptedServer.Frame(rest.ToByteArray()));
        }
    }

    private TaskCompletionSource<(TransactionValidationCode Code, ulong Block)> Outcome(string transactionId) =>
        outcomes.GetOrAdd(transactionId, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    // What core/endorser/msgvalidation.go checks.
    private static Invocation Check(string transactionId, string channel, SignedProposal signed, IReadOnlyList<string> organizations)
    {
        var proposal = LedgerClient.Fabric.Messages.Proposal.Parser.ParseFrom(signed.ProposalBytes);
        var header = Header.Parser.ParseFrom(proposal.Header);
        var channelHeader = ChannelHeader.Parser.ParseFrom(header.ChannelHeader);
        var signatureHeader = SignatureHeader.Parser.ParseFrom(header.SignatureHeader);
        Require(channelHeader.Type == 3, "the header type is no endorser transaction");
        Require(channelHeader.Epoch == 0, "the epoch is not 0");
        Require(channelHeader.Timestamp is not null, "the timestamp is missing");
        Require(signatureHeader.Nonce.Length == 24, "the nonce has not 24 bytes");
        var computed = Convert.ToHexStringLower(SHA256.HashData([.. signatureHeader.Nonce.Span, .. signatureHeader.Creator.Span]));
        Require(channelHeader.TxId == computed && transactionId == computed, "incorrectly computed txid");
        Require(channelHeader.ChannelId == channel, "the request is about another channel");
        CheckSignature(signatureHeader.Creator, signed.ProposalBytes, signed.Signature);
        var payload = ChaincodeProposalPayload.Parser.ParseFrom(proposal.Payload);
        var spec = ChaincodeInvocationSpec.Parser.ParseFrom(payload.Input).ChaincodeSpec;
        var extension = ChaincodeHeaderExtension.Parser.ParseFrom(channelHeader.Extension);
        Require(extension.ChaincodeId.Name == spec.ChaincodeId.Name, "header and payload name different chaincodes");
        var arguments = spec.Input.Args.Select(argument => argument.ToStringUtf8()).ToArray();
        return new Invocation(
            computed, channel, spec.ChaincodeId.Name, arguments[0], arguments[1..], payload.TransientMap.ToDictionary(), [.. organizations], header, payload);
    }

    private static void CheckSignature(ByteString creator, ByteString message, ByteString signature)
    {
        Require(EcdsaSignature.IsLowS(signature.ToByteArray(), 256), "Invalid S. Must be smaller than half the order");
        using var certificate = X509Certificate2.CreateFromPem(SerializedIdentity.Parser.ParseFrom(creator).IdBytes.ToStringUtf8());
        using var key = certificate.GetECDsaPublicKey()!;
        Require(
            key.VerifyData(message.Span, signature.Span, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence),
            "the creator's signature over the message does not hold");
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds) throw new PeerRefusal(GrpcStatusCode.InvalidArgument, otherwise);
    }

    private static void Refuse(HttpContext context, PeerRefusal refusal)
    {
        var status = new RpcStatus { Code = (int)refusal.Code, Message = refusal.Message };
        if (refusal.Detail is not null)
        {
            var detail = new ErrorDetailMessage { Address = "peer0.org2.test:8051", MspId = "Org2MSP", Message = refusal.Detail };
            status.Details.Add(new Any { TypeUrl = "type.googleapis.com/gateway.ErrorDetail", Value = detail.ToByteString() });
        }
        ScriptedServer.Refuse(context, refusal.Code, refusal.Message, status.ToByteArray());
    }
}
