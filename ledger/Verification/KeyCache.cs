using System.Security.Cryptography;

namespace VoiceMed.Ledger.Verification;

/// <summary>Public keys ready for use: making one costs as much as using it. One a thread; not thread-safe.</summary>
internal sealed class KeyCache : IDisposable
{
    private readonly Dictionary<byte[], ECDsa> _keys = [];

    /// <summary>The key, by its public bytes.</summary>
    public ECDsa Get(byte[] publicKey)
    {
        if (!_keys.TryGetValue(publicKey, out var key))
        {
            key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(publicKey, out _);
            _keys.Add(publicKey, key);
        }

        return key;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var key in _keys.Values)
        {
            key.Dispose();
        }
    }
}
