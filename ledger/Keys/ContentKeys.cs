using System.Security.Cryptography;
using System.Text;
using VoiceMed.LedgerClient.Errors;

namespace VoiceMed.Ledger.Keys;

/// <summary>
/// The keys of what is sealed: one random key a patient, one for the audit. They lie wrapped (AES-256-GCM under the ledger's
/// master key) in a file of their own whose slots are overwritten in place, because a key that cannot be destroyed cannot
/// erase anything. Thread-safe for any number of readers; changes are serialised here.
/// </summary>
/// <remarks>
/// A slot has 256 bytes, so that it never crosses a disk's sector and is written whole or not at all: state (0 never written,
/// 1 in force, 2 destroyed), length of the scope, the scope in 96 bytes, nonce 12, wrapped key 32, tag 16, zeros. On flash memory an overwritten block may survive out of reach of the file system; destroy the master key's
/// predecessor with the medium.
/// </remarks>
public sealed class ContentKeys : IDisposable
{
    /// <summary>The length of a slot, in bytes.</summary>
    public const int SlotSize = 256;

    private const int MaxScopeLength = 96;
    private const byte InForce = 1;
    private const byte Destroyed = 2;

    private readonly Lock _gate = new();
    private readonly FileStream _file;
    private readonly byte[] _master;
    private readonly Dictionary<string, Slot> _slots = new(StringComparer.Ordinal);
    private long _end;
    private bool _dirty;

    /// <summary>Opens the keys in a folder.</summary>
    /// <param name="directory">The folder.</param>
    /// <param name="write">True makes the master key and the file when there are none; false leaves everything as it is.</param>
    /// <exception cref="LedgerUnavailableException">There are no keys, and none may be made: code <c>keys.absent</c>.</exception>
    /// <exception cref="LedgerTamperedException">A slot cannot be unwrapped with this master key.</exception>
    public ContentKeys(string directory, bool write)
    {
        var masterPath = Path.Combine(directory, "master.key");
        var filePath = Path.Combine(directory, "content.keys");
        if (!write && !File.Exists(filePath))
        {
            throw new LedgerUnavailableException("keys.absent", $"There are no keys in {directory}; restore that folder from its backup.");
        }

        SecretFile.CreateDirectory(directory);
        if (!File.Exists(masterPath))
        {
            if (File.Exists(filePath))
            {
                throw new LedgerTamperedException("keys.master-missing", $"{filePath} is there but its master key is not; restore master.key from its backup.");
            }

            SecretFile.Write(masterPath, RandomNumberGenerator.GetBytes(32));
        }

        _master = File.ReadAllBytes(masterPath);
        if (_master.Length != 32)
        {
            throw new LedgerTamperedException("keys.master-damaged", $"{masterPath} does not hold 32 bytes; restore it from its backup.");
        }

        _file = write ? SecretFile.Open(filePath, FileMode.OpenOrCreate) : new FileStream(filePath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        Load();
    }

    /// <summary>A key for one purpose of the ledger itself, derived from the master key.</summary>
    public byte[] Derived(string purpose) => HMACSHA256.HashData(_master, Encoding.UTF8.GetBytes("voicemed/" + purpose));

    /// <summary>The scope's key, or null when there is none or it was destroyed.</summary>
    public byte[]? Find(string scope)
    {
        lock (_gate)
        {
            // A copy: the key itself is overwritten when it is destroyed, perhaps while somebody still reads.
            return _slots.TryGetValue(scope, out var slot) ? (byte[]?)slot.Key?.Clone() : null;
        }
    }

    /// <summary>True when the scope had a key and it was destroyed.</summary>
    public bool IsDestroyed(string scope)
    {
        lock (_gate)
        {
            return _slots.TryGetValue(scope, out var slot) && slot.Key is null;
        }
    }

    /// <summary>The scope's key, made when there is none. Durable only after <see cref="Flush"/>.</summary>
    /// <exception cref="LedgerRejectedException">The key was destroyed: code <c>patient.erased</c>.</exception>
    public byte[] GetOrCreate(string scope)
    {
        lock (_gate)
        {
            if (_slots.TryGetValue(scope, out var slot))
            {
                return (byte[]?)slot.Key?.Clone() ?? throw Erased();
            }

            var key = RandomNumberGenerator.GetBytes(32);
            WriteSlot(_end, scope, InForce, key);
            _slots[scope] = new Slot(_end, key);
            _end += SlotSize;
            return (byte[])key.Clone();
        }
    }

    /// <summary>Makes new keys durable. Called before the entries they seal are committed.</summary>
    public void Flush()
    {
        lock (_gate)
        {
            if (_dirty)
            {
                _file.Flush(flushToDisk: true);
                _dirty = false;
            }
        }
    }

    /// <summary>Destroys the scope's key: overwritten with random bytes in place, durable when this returns. Twice is as good as once.</summary>
    public void Destroy(string scope)
    {
        lock (_gate)
        {
            var at = _slots.TryGetValue(scope, out var slot) ? slot.At : _end;
            WriteSlot(at, scope, Destroyed, key: null);
            _file.Flush(flushToDisk: true);
            if (slot?.Key is { } key)
            {
                CryptographicOperations.ZeroMemory(key);
            }

            _slots[scope] = new Slot(at, null);
            _end = Math.Max(_end, at + SlotSize);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _file.Dispose();
            CryptographicOperations.ZeroMemory(_master);
            _slots.Clear();
        }
    }

    internal static LedgerRejectedException Erased() =>
        new("patient.erased", "The patient's record was erased; its content cannot be read any more.", "law.erased");

    private void Load()
    {
        var bytes = new byte[SlotSize];
        var slots = _file.Length / SlotSize;
        for (var i = 0L; i < slots; i++)
        {
            _file.Position = i * SlotSize;
            _file.ReadExactly(bytes);
            var length = bytes[1];
            if (!bytes.AsSpan().ContainsAnyExcept((byte)0))
            {
                continue;
            }

            if (bytes[0] is not (InForce or Destroyed) || length is 0 or > MaxScopeLength)
            {
                throw Damaged(i);
            }

            var scope = Encoding.UTF8.GetString(bytes, 2, length);
            _slots[scope] = new Slot(i * SlotSize, bytes[0] == Destroyed ? null : Unwrap(bytes, scope) ?? throw Damaged(i));
        }

        // A last slot that is not whole belongs to an append that was never acknowledged: the next key takes its place.
        _end = slots * SlotSize;
    }

    private LedgerTamperedException Damaged(long slot) =>
        new("keys.damaged", $"Slot {slot} of {_file.Name} is damaged or of another master key; restore both from their backup.");

    private byte[]? Unwrap(byte[] slot, string scope)
    {
        using var aes = new AesGcm(_master, 16);
        var key = new byte[32];
        try
        {
            aes.Decrypt(slot.AsSpan(98, 12), slot.AsSpan(110, 32), slot.AsSpan(142, 16), key, Encoding.UTF8.GetBytes(scope));
            return key;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private void WriteSlot(long at, string scope, byte state, byte[]? key)
    {
        var name = Encoding.UTF8.GetBytes(scope);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Length, MaxScopeLength, nameof(scope));
        var slot = new byte[SlotSize];
        slot[0] = state;
        slot[1] = (byte)name.Length;
        name.CopyTo(slot, 2);
        RandomNumberGenerator.Fill(slot.AsSpan(98, 60));
        if (key is not null)
        {
            using var aes = new AesGcm(_master, 16);
            aes.Encrypt(slot.AsSpan(98, 12), key, slot.AsSpan(110, 32), slot.AsSpan(142, 16), name);
        }

        _file.Position = at;
        _file.Write(slot);
        _dirty = true;
    }

    private sealed record Slot(long At, byte[]? Key);
}
