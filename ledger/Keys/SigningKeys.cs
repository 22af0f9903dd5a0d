using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using VoiceMed.LedgerClient.Errors;

namespace VoiceMed.Ledger.Keys;

/// <summary>
/// The private keys this machine signs with, one ECDSA P-256 key a file (PKCS #8, PEM), named after the key: a hospital's manager
/// <c>hospital-1/manager-1</c>, a council member <c>council/member-1</c>, the ledger's own machine <c>ledger/machine</c>.
/// Which keys count is not decided here but by the chains. Thread-safe.
/// </summary>
public sealed class SigningKeys : IDisposable
{
    /// <summary>The key of the machine that runs the ledger: it signs what nobody else is there to sign, such as the audit.</summary>
    public const string Machine = "ledger/machine";

    /// <summary>The first byte of a stored signature: ECDSA P-256 over SHA-256, r and s of 32 bytes each.</summary>
    public const byte EcdsaP256 = 1;

    private readonly string _directory;
    private readonly ConcurrentDictionary<string, ECDsa> _keys = new(StringComparer.Ordinal);

    /// <summary>Uses the keys in a folder.</summary>
    public SigningKeys(string directory)
    {
        ArgumentException.ThrowIfNullOrEmpty(directory);
        _directory = directory;
        SecretFile.CreateDirectory(directory);
    }

    /// <summary>The council members' keys that are on this machine, in order.</summary>
    public IReadOnlyList<string> CouncilMembers => Directory.Exists(Path.Combine(_directory, "council"))
        ? [.. Directory.EnumerateFiles(Path.Combine(_directory, "council"), "*.pem").Select(static file => "council/" + Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>True when this machine holds the private key.</summary>
    public bool Has(string key) => _keys.ContainsKey(key) || File.Exists(PathOf(key));

    /// <summary>Makes a key unless there is one, and returns its public half as DER SubjectPublicKeyInfo.</summary>
    public byte[] Create(string key)
    {
        var path = PathOf(key);
        if (!File.Exists(path))
        {
            using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            SecretFile.CreateDirectory(Path.GetDirectoryName(path)!);
            SecretFile.Write(path, Encoding.ASCII.GetBytes(made.ExportPkcs8PrivateKeyPem()));
        }

        return Get(key).ExportSubjectPublicKeyInfo();
    }

    /// <summary>Signs a hash of 32 bytes: the algorithm's number, then r and s.</summary>
    /// <exception cref="LedgerRejectedException">This machine does not hold the key: code <c>key.absent</c>.</exception>
    public byte[] Sign(string key, ReadOnlySpan<byte> hash)
    {
        var ecdsa = Get(key);
        lock (ecdsa)
        {
            var signature = new byte[65];
            signature[0] = EcdsaP256;
            return ecdsa.TrySignHash(hash, signature.AsSpan(1), DSASignatureFormat.IeeeP1363FixedFieldConcatenation, out _)
                ? signature
                : throw new CryptographicException($"The key '{key}' gave no signature.");
        }
    }

    /// <summary>True when the signature over the hash was made with the public key's private half; false too when the bytes are no key.</summary>
    public static bool IsGood(byte[] publicKey, ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature)
    {
        using var ecdsa = ImportPublic(publicKey);
        return ecdsa is not null && IsGood(ecdsa, hash, signature);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var key in _keys.Values)
        {
            key.Dispose();
        }

        _keys.Clear();
    }

    /// <summary>The public key, or null when the bytes (DER SubjectPublicKeyInfo) are none.</summary>
    internal static ECDsa? ImportPublic(byte[] publicKey)
    {
        var ecdsa = ECDsa.Create();
        try
        {
            ecdsa.ImportSubjectPublicKeyInfo(publicKey, out _);
            return ecdsa;
        }
        catch (Exception e) when (e is CryptographicException or PlatformNotSupportedException)
        {
            // Not only no key: also one on a curve that this platform does not know, as a single changed bit can make it.
            ecdsa.Dispose();
            return null;
        }
    }

    internal static bool IsGood(ECDsa key, ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature) =>
        signature.Length == 65 && signature[0] == EcdsaP256
        && key.VerifyHash(hash, signature[1..], DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    private ECDsa Get(string key)
    {
        if (_keys.TryGetValue(key, out var known))
        {
            return known;
        }

        var path = PathOf(key);
        if (!File.Exists(path))
        {
            throw new LedgerRejectedException("key.absent", $"This machine holds no key '{key}' to sign with.");
        }

        var ecdsa = ECDsa.Create();
        ecdsa.ImportFromPem(File.ReadAllText(path));
        if (_keys.TryAdd(key, ecdsa))
        {
            return ecdsa;
        }

        ecdsa.Dispose();
        return _keys[key];
    }

    private string PathOf(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return Path.Combine([_directory, .. key.Split('/').Select(Storage.ChainName.Checked)]) + ".pem";
    }
}
