using System.Security.Cryptography;
using VoiceMed.Ledger.Keys;

namespace VoiceMed.Ledger.Verification;

/// <summary>Public keys ready for use: making one costs as much as using it. One a thread; not thread-safe.</summary>
internal sealed class KeyCache : IDisposable
{
    private readonly Dictionary<byte[], ECDsa?> _keys = [];

    /// <summary>True when the signature over the hash is the key's; false too when the bytes are no key.</summary>
    public bool IsGood(byte[] publicKey, ReadOnlySpan<byte> hash, ReadOnlySpan<byte> signature)
    {
        if (!_keys.TryGetValue(publicKey, out var key))
        {
            key = SigningKeys.ImportPublic(publicKey);
            _keys.Add(publicKey, key);
        }

        return key is not null && SigningKeys.IsGood(key, hash, signature);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var key in _keys.Values)
        {
            key?.Dispose();
        }
    }
}
