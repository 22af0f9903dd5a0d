using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using VoiceMed.LedgerClient.Fabric.Identity;
using VoiceMed.LedgerClient.Grpc;

namespace VoiceMed.LedgerClient.Fabric.Profile;

/// <summary>A connection profile brought to life: channel, identity, signer and gateway. Thread-safe.</summary>
public sealed class FabricConnection : IDisposable
{
    private readonly GrpcChannel channel;
    private readonly PrivateKeySigner signer;
    private readonly X509Certificate2? own;

    private FabricConnection(ConnectionProfile profile, GatewayOptions? options)
    {
        Profile = profile;
        own = profile.TlsCertificate is null ? null : X509Certificate2.CreateFromPemFile(profile.TlsCertificate, profile.TlsPrivateKey);
        signer = PrivateKeySigner.FromFile(profile.PrivateKey);
        channel = new GrpcChannel(new Uri($"https://{profile.Peer}"), new GrpcChannelOptions
        {
            MaxReceiveMessageBytes = profile.MaxAnswerBytes,
            Tls = new GrpcTlsOptions
            {
                Roots = ReadCertificates(profile.TlsRoots),
                HostNameOverride = profile.HostNameOverride,
                ClientCertificate = own,
            },
        });
        Gateway = Gateway.Connect(channel, FabricIdentity.FromFile(profile.MspId, profile.Certificate), signer, options);
    }

    /// <summary>The profile.</summary>
    public ConnectionProfile Profile { get; }

    /// <summary>The gateway of the profile's identity.</summary>
    public Gateway Gateway { get; }

    /// <summary>The profile's channel.</summary>
    public Network Network => Gateway.GetNetwork(Profile.Channel);

    /// <summary>Opens a connection; nothing is sent before the first call.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="options">Hash and deadlines; null for the defaults.</param>
    /// <returns>The connection.</returns>
    /// <exception cref="ConnectionProfileException">A certificate or key file holds something else.</exception>
    public static FabricConnection Open(ConnectionProfile profile, GatewayOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(profile);
        try
        {
            return new FabricConnection(profile, options);
        }
        catch (Exception unusable) when (unusable is CryptographicException or ArgumentException or IOException)
        {
            throw new ConnectionProfileException($"a certificate or key of the connection profile cannot be used: {unusable.Message}", unusable);
        }
    }

    /// <summary>A contract of the profile's chaincode.</summary>
    /// <param name="name">The contract's name; null for the default contract.</param>
    /// <returns>The contract.</returns>
    public Contract GetContract(string? name) => Network.GetContract(Profile.Chaincode, name);

    /// <summary>Closes the connection and forgets the key.</summary>
    public void Dispose()
    {
        channel.Dispose();
        signer.Dispose();
        own?.Dispose();
    }

    internal static IReadOnlyList<X509Certificate2> ReadCertificates(IEnumerable<string> files)
    {
        var all = new X509Certificate2Collection();
        foreach (var file in files) all.ImportFromPemFile(file);
        return [.. all];
    }
}
