using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace VoiceMed.LedgerClient.Fabric.Profile;

/// <summary>
/// Where a Fabric network is and who we are in it, from a YAML or JSON file. File names in it are relative to the file's own folder.
/// Immutable; docs/fabric.md explains every entry.
/// </summary>
public sealed record ConnectionProfile
{
    /// <summary>Host and port of the organisation's own peer, for example <c>peer0.org1.test:7051</c>.</summary>
    public string Peer { get; init; } = "";

    /// <summary>Name expected in the peer's certificate instead of the host dialled; null for the host.</summary>
    public string? HostNameOverride { get; init; }

    /// <summary>PEM files of the TLS roots the peer's certificate may lead to; at least one.</summary>
    public IReadOnlyList<string> TlsRoots { get; init; } = [];

    /// <summary>PEM file of our certificate for mutual TLS; null for none.</summary>
    public string? TlsCertificate { get; init; }

    /// <summary>PEM file of the key of <see cref="TlsCertificate"/>.</summary>
    public string? TlsPrivateKey { get; init; }

    /// <summary>The organisation's MSP, for example <c>Org1MSP</c>.</summary>
    public string MspId { get; init; } = "";

    /// <summary>PEM file of our certificate in that MSP.</summary>
    public string Certificate { get; init; } = "";

    /// <summary>PEM file of its private key.</summary>
    public string PrivateKey { get; init; } = "";

    /// <summary>The channel.</summary>
    public string Channel { get; init; } = "";

    /// <summary>The chaincode that keeps the clinical ledger.</summary>
    public string Chaincode { get; init; } = "";

    /// <summary>Folder of the sealed documents; relative to the file. Default <c>vault</c>.</summary>
    public string Vault { get; init; } = "vault";

    /// <summary>Folder of the documents' keys, which must not lie in the vault; relative to the file. Default <c>vault-keys</c>.</summary>
    public string VaultKeys { get; init; } = "vault-keys";

    /// <summary>PEM files of each organisation's certificate authority, by MSP: whose endorsements count.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Organizations { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>PEM files of the orderers' certificate authorities, by MSP: whose block signatures count.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Orderers { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>How many organisations must have endorsed a record before it counts as proved; 0, the default, means all of them.</summary>
    public int Endorsements { get; init; }

    /// <summary>Largest answer accepted, in bytes; blocks must fit. Default 16 MiB.</summary>
    public int MaxAnswerBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Reads a profile and makes its file names absolute.</summary>
    /// <param name="path">A YAML or JSON file.</param>
    /// <returns>The profile.</returns>
    /// <exception cref="ConnectionProfileException">The file cannot be read, or an entry is unknown, missing or malformed.</exception>
    public static ConnectionProfile Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var profile = Parse(path);
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var located = profile with
        {
            TlsRoots = In(folder, profile.TlsRoots),
            TlsCertificate = profile.TlsCertificate is { } certificate ? Path.Combine(folder, certificate) : null,
            TlsPrivateKey = profile.TlsPrivateKey is { } key ? Path.Combine(folder, key) : null,
            Certificate = Path.Combine(folder, profile.Certificate),
            PrivateKey = Path.Combine(folder, profile.PrivateKey),
            Vault = Path.Combine(folder, profile.Vault),
            VaultKeys = Path.Combine(folder, profile.VaultKeys),
            Organizations = profile.Organizations.ToDictionary(pair => pair.Key, pair => In(folder, pair.Value)),
            Orderers = profile.Orderers.ToDictionary(pair => pair.Key, pair => In(folder, pair.Value)),
        };
        located.Check(path, profile);
        return located;
    }

    private static ConnectionProfile Parse(string path)
    {
        try
        {
            var reader = new DeserializerBuilder()
                .WithNamingConvention(CamelCaseNamingConvention.Instance)
                .WithDuplicateKeyChecking()
                .WithTypeMapping<IReadOnlyList<string>, List<string>>()
                .WithTypeMapping<IReadOnlyDictionary<string, IReadOnlyList<string>>, Dictionary<string, IReadOnlyList<string>>>()
                .Build();
            return reader.Deserialize<ConnectionProfile?>(File.ReadAllText(path))
                ?? throw new ConnectionProfileException($"{path} is empty; docs/fabric.md shows what belongs in it");
        }
        catch (YamlException malformed)
        {
            var reason = (malformed.InnerException ?? malformed).Message;
            throw new ConnectionProfileException($"{path}:{malformed.Start.Line}:{malformed.Start.Column}: {reason}", malformed);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new ConnectionProfileException($"the connection profile {path} cannot be read: {unreadable.Message}", unreadable);
        }
    }

    private void Check(string path, ConnectionProfile written)
    {
        foreach (var (name, value) in new[]
        {
            ("peer", Peer), ("mspId", MspId), ("certificate", written.Certificate), ("privateKey", written.PrivateKey), ("channel", Channel),
            ("chaincode", Chaincode),
        })
        {
            if (string.IsNullOrWhiteSpace(value)) throw new ConnectionProfileException($"{path}: the entry \"{name}\" is missing");
        }
        if (TlsRoots.Count == 0) throw new ConnectionProfileException($"{path}: \"tlsRoots\" names no file; without one no peer can be trusted");
        if (!Uri.TryCreate($"https://{Peer}", UriKind.Absolute, out var address) || address.IsDefaultPort || address.AbsolutePath != "/")
            throw new ConnectionProfileException($"{path}: \"peer\" has the form host:port, not \"{Peer}\"");
        if (TlsCertificate is null != TlsPrivateKey is null)
            throw new ConnectionProfileException($"{path}: \"tlsCertificate\" and \"tlsPrivateKey\" go together");
        if (Endorsements < 0 || Endorsements > Organizations.Count)
            throw new ConnectionProfileException($"{path}: \"endorsements\" is {Endorsements}, but {Organizations.Count} organizations are named");
        if (MaxAnswerBytes <= 0) throw new ConnectionProfileException($"{path}: \"maxAnswerBytes\" must be positive");
        var files = TlsRoots.Append(Certificate).Append(PrivateKey).Concat(Organizations.Values.SelectMany(static list => list))
            .Concat(Orderers.Values.SelectMany(static list => list));
        if (TlsCertificate is not null) files = files.Append(TlsCertificate).Append(TlsPrivateKey!);
        if (files.FirstOrDefault(static file => !File.Exists(file)) is { } absent)
            throw new ConnectionProfileException($"{path}: there is no file {absent}");
    }

    private static IReadOnlyList<string> In(string folder, IReadOnlyList<string> files) => [.. files.Select(file => Path.Combine(folder, file))];
}
