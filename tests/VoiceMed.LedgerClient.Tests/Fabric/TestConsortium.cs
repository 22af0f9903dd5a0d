using VoiceMed.LedgerClient.Fabric.Profile;
using VoiceMed.LedgerClient.Tests.Grpc;

namespace VoiceMed.LedgerClient.Tests.Fabric;

/// <summary>Two organisations with a peer each and the council that orders for them, and the profile that pins their authorities.</summary>
internal sealed class TestConsortium : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("voicemed-consortium-").FullName;
    private readonly TestCertificates council = new("Council CA");

    public TestConsortium()
    {
        Peers = [new TestIdentity(First, "Org1MSP", "peer0, OU=peer"), new TestIdentity(Second, "Org2MSP", "peer0, OU=peer")];
        Orderer = new TestIdentity(council, "CouncilMSP", "orderer0, OU=orderer");
    }

    /// <summary>The first organisation's authority.</summary>
    public TestCertificates First { get; } = new("Org1 CA");

    /// <summary>The second organisation's authority.</summary>
    public TestCertificates Second { get; } = new("Org2 CA");

    /// <summary>A peer of each organisation.</summary>
    public IReadOnlyList<TestIdentity> Peers { get; }

    public TestIdentity Orderer { get; }

    /// <summary>What a client of the channel <c>visits</c> trusts.</summary>
    public ConnectionProfile Profile(int endorsements = 0) => new()
    {
        Channel = "visits",
        Chaincode = "visits",
        Endorsements = endorsements,
        Organizations = new Dictionary<string, IReadOnlyList<string>> { ["Org1MSP"] = [Pem(First, "1")], ["Org2MSP"] = [Pem(Second, "2")] },
        Orderers = new Dictionary<string, IReadOnlyList<string>> { ["CouncilMSP"] = [Pem(council, "council")] },
    };

    public void Dispose()
    {
        foreach (IDisposable one in (IDisposable[])[.. Peers, Orderer, First, Second, council]) one.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private string Pem(TestCertificates authority, string name)
    {
        var path = Path.Combine(folder, name + ".pem");
        using var root = authority.Root;
        File.WriteAllText(path, root.ExportCertificatePem());
        return path;
    }
}
