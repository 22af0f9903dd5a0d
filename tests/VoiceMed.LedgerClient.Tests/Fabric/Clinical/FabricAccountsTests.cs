using System.Text;
using VoiceMed.LedgerClient.Accounts;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Fabric.Blocks;
using VoiceMed.LedgerClient.Fabric.Clinical;
using VoiceMed.LedgerClient.Grpc;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.LedgerClient.Tests.Fabric.Clinical;

public sealed class FabricAccountsTests : IAsyncLifetime
{
    private const string Stored = """
        {"account":{"doctor":"smirnova","name":{"ru":"Смирнова"},"role":"doctor","hospital":"hospital-1","status":"suspended","created":"aa",
        "keys":{"rest":{"publicKey":"AQID"},"lost":{"publicKey":"BAUG","revoked":true}}}}
        """;

    private static readonly DoctorId Smirnova = new("smirnova");
    private ScriptedGateway peer = null!;
    private FabricAccounts accounts = null!;

    public async Task InitializeAsync()
    {
        peer = await ScriptedGateway.StartAsync();
        var network = peer.Connect().GetNetwork("visits");
        accounts = new FabricAccounts(new ClinicalContract(network.GetContract("visits", "Accounts")), new TransactionPlaces(new BlockReader(network), "visits"));
    }

    public async Task DisposeAsync() => await peer.DisposeAsync();

    [Fact]
    public async Task Find_Account_HasItsKeysButNotTheRevokedOne()
    {
        Answer(Stored);
        var account = await accounts.FindAsync(Smirnova);
        Assert.Equal((AccountStatus.Suspended, "doctor", new HospitalId("hospital-1")), (account!.Status, account.Role, account.Hospital));
        Assert.Equal("rest", Assert.Single(account.Keys).Key);
        Assert.Equal(("Accounts:find", "smirnova"), (peer.LastInvocation!.Function, Assert.Single(peer.LastInvocation.Arguments)));
    }

    [Fact]
    public async Task FindKey_RevokedOne_IsKnownAsRevoked()
    {
        Answer(Stored);
        Assert.True((await accounts.FindKeyAsync(Smirnova, "lost"))!.Revoked);
        Assert.Equal([1, 2, 3], (await accounts.FindKeyAsync(Smirnova, "rest"))!.PublicKey);
        Assert.Null(await accounts.FindKeyAsync(Smirnova, "other"));
    }

    [Fact]
    public async Task Find_Nobody_IsNull()
    {
        Answer("{}");
        Assert.Null(await accounts.FindAsync(Smirnova));
    }

    [Fact]
    public async Task Find_StatusThatDoesNotExist_IsNoAnswerOfTheChaincode()
    {
        Answer(Stored.Replace("suspended", "retired", StringComparison.Ordinal));
        var refused = await Assert.ThrowsAsync<LedgerTamperedException>(() => accounts.FindAsync(Smirnova).AsTask());
        Assert.Equal("fabric.answer", refused.Code);
    }

    [Fact]
    public async Task Create_Account_SaysWhereItStands()
    {
        peer.Chaincode = call => Encoding.UTF8.GetBytes($$"""{"transaction":"{{call.TransactionId}}","duplicate":false}""");
        var receipt = await accounts.CreateAsync(Smirnova, new BilingualText("Смирнова", null), "doctor", new HospitalId("hospital-1"));
        Assert.False(receipt.Duplicate);
        Assert.Equal(("visits", Assert.Single(peer.Ordered)), (receipt.Entry.Chain, receipt.Entry.Hash));
        Assert.Equal(
            """{"doctor":"smirnova","name":{"ru":"Смирнова"},"role":"doctor","hospital":"hospital-1"}""", Assert.Single(peer.LastInvocation!.Arguments));
    }

    [Fact]
    public async Task Change_StatusRoleAndKeys_SayJustThat()
    {
        await accounts.SetStatusAsync(Smirnova, AccountStatus.Revoked);
        Assert.Equal(["smirnova", """{"status":"revoked"}"""], peer.LastInvocation!.Arguments);
        await accounts.SetRoleAsync(Smirnova, "nurse");
        Assert.Equal(["smirnova", """{"role":"nurse"}"""], peer.LastInvocation.Arguments);
        await accounts.AddKeyAsync(Smirnova, "rest", [1, 2, 3]);
        Assert.Equal(["smirnova", "rest", "AQID"], peer.LastInvocation.Arguments);
        await accounts.RevokeKeyAsync(Smirnova, "rest");
        Assert.Equal(["smirnova", "rest", ""], peer.LastInvocation.Arguments);
    }

    [Fact]
    public async Task Change_RefusedByTheChaincode_KeepsItsCode()
    {
        peer.Script("Endorse", ScriptedGateway.Refusing(
            GrpcStatusCode.Aborted, "failed to endorse transaction", "chaincode response 500, refused|account.revoked|accounts|The account is revoked."));
        var refused = await Assert.ThrowsAsync<LedgerRejectedException>(() => accounts.SetRoleAsync(Smirnova, "nurse").AsTask());
        Assert.Equal(("account.revoked", "accounts"), (refused.Code, refused.Rule));
    }

    private void Answer(string json) => peer.Chaincode = _ => Encoding.UTF8.GetBytes(json);
}
