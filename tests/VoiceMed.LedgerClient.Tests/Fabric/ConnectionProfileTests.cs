using VoiceMed.LedgerClient.Fabric.Profile;
using VoiceMed.LedgerClient.Tests.Grpc;

namespace VoiceMed.LedgerClient.Tests.Fabric;

public sealed class ConnectionProfileTests : IDisposable
{
    private const string Whole = """
        peer: peer0.org1.test:7051
        hostNameOverride: peer0
        tlsRoots: [ca.pem]
        mspId: Org1MSP
        certificate: user.pem
        privateKey: user.key
        channel: visits
        chaincode: clinic
        organizations:
          Org1MSP: [ca.pem]
        orderers:
          CouncilMSP: [ca.pem]
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("voicemed-profile-").FullName;

    public ConnectionProfileTests()
    {
        using var authority = new TestCertificates();
        using var root = authority.Root;
        using var user = new TestIdentity(authority, "Org1MSP", "doctor");
        File.WriteAllText(Path.Combine(folder, "ca.pem"), root.ExportCertificatePem());
        File.WriteAllBytes(Path.Combine(folder, "user.pem"), user.Identity.Credentials.ToArray());
        File.WriteAllText(Path.Combine(folder, "user.key"), user.KeyPem);
    }

    [Fact]
    public void Load_Whole_IsReadAndLocatedBesideTheFile()
    {
        var profile = Load(Whole);
        Assert.Equal(("peer0.org1.test:7051", "peer0", "visits", "clinic"), (profile.Peer, profile.HostNameOverride, profile.Channel, profile.Chaincode));
        Assert.Equal(Path.Combine(folder, "user.pem"), profile.Certificate);
        Assert.Equal([Path.Combine(folder, "ca.pem")], profile.Organizations["Org1MSP"]);
        Assert.Equal((Path.Combine(folder, "vault"), Path.Combine(folder, "vault-keys")), (profile.Vault, profile.VaultKeys));
        using var connection = FabricConnection.Open(profile);
        Assert.Equal("Org1MSP", connection.Gateway.Identity.MspId);
    }

    [Fact]
    public void Load_Json_IsReadToo() => Assert.Equal("Org1MSP", Load("""
        {"peer": "localhost:7051", "tlsRoots": ["ca.pem"], "mspId": "Org1MSP", "certificate": "user.pem", "privateKey": "user.key",
         "channel": "visits", "chaincode": "clinic"}
        """).MspId);

    [Theory]
    [InlineData("peer: peer0.org1.test:7051", "", "\"peer\" is missing")]
    [InlineData("mspId: Org1MSP", "", "\"mspId\" is missing")]
    [InlineData("certificate: user.pem", "", "\"certificate\" is missing")]
    [InlineData("privateKey: user.key", "", "\"privateKey\" is missing")]
    [InlineData("channel: visits", "", "\"channel\" is missing")]
    [InlineData("tlsRoots: [ca.pem]", "", "\"tlsRoots\" names no file")]
    [InlineData("tlsRoots: [ca.pem]", "tlsRoots: [gone.pem]", "there is no file")]
    [InlineData("peer: peer0.org1.test:7051", "peer: peer0.org1.test", "host:port")]
    [InlineData("channel: visits", "channel: visits\nchanel: x", ":8:")]
    [InlineData("channel: visits", "channel: visits\nchannel: visits", ":8:")]
    [InlineData("channel: visits", "channel: [", ":")]
    [InlineData("channel: visits", "channel: visits\nendorsements: 3", "\"endorsements\" is 3")]
    [InlineData("channel: visits", "channel: visits\ntlsCertificate: user.pem", "go together")]
    [InlineData("channel: visits", "channel: visits\nmaxAnswerBytes: 0", "maxAnswerBytes")]
    public void Load_Wrong_NamesFileAndReason(string part, string instead, string said)
    {
        var wrong = Assert.Throws<ConnectionProfileException>(() => Load(Whole.Replace(part, instead, StringComparison.Ordinal)));
        Assert.Contains("profile.yaml", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(said, wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("just text")]
    [InlineData("\0\0")]
    public void Load_NoProfileAtAll_NamesTheFile(string content) =>
        Assert.Contains("profile.yaml", Assert.Throws<ConnectionProfileException>(() => Load(content)).Message, StringComparison.Ordinal);

    [Fact]
    public void Load_NoFile_SaysSo() => Assert.Throws<ConnectionProfileException>(() => ConnectionProfile.Load(Path.Combine(folder, "gone.yaml")));

    [Fact]
    public void Open_KeyFileWithSomethingElse_SaysSo()
    {
        File.WriteAllText(Path.Combine(folder, "user.key"), "no key");
        Assert.Contains("key", Assert.Throws<ConnectionProfileException>(() => FabricConnection.Open(Load(Whole))).Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private ConnectionProfile Load(string content)
    {
        var path = Path.Combine(folder, "profile.yaml");
        File.WriteAllText(path, content);
        return ConnectionProfile.Load(path);
    }
}
