using System.Security.Cryptography;
using System.Text;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Storage;

namespace VoiceMed.LedgerClient.Fabric.Clinical;

/// <summary>
/// The keys of a vault: one of 256 bits for each patient, and one for identifiers. A patient's key is made once and destroyed for ever.
/// Thread-safe, also between processes that share the folder.
/// </summary>
/// <remarks>Every call may throw <see cref="LedgerUnavailableException"/>: the folder cannot be used, code <c>storage.failed</c>.</remarks>
/// <param name="folder">The folder of the keys.</param>
internal sealed class VaultKeys(string folder)
{
    /// <summary>Bytes of a key.</summary>
    public const int KeyBytes = 32;

    /// <summary>True when the patient's key is in the folder.</summary>
    public bool Has(PatientId patient) => File.Exists(KeyPath(patient));

    /// <summary>True when the patient's key was destroyed.</summary>
    public bool IsErased(PatientId patient) => File.Exists(ErasedMark(patient));

    /// <summary>The patient's key; null when there is none or it was destroyed.</summary>
    /// <exception cref="LedgerTamperedException">The file holds no key: code <c>keys.damaged</c>.</exception>
    public byte[]? Find(PatientId patient) => StorageFault.Translate(folder, () =>
    {
        var key = Read(KeyPath(patient));

        // Asked after the key was read: who finds no mark did not read a key that is being overwritten.
        return IsErased(patient) ? null : key;
    });

    /// <summary>The patient's key, made when there is none.</summary>
    /// <exception cref="LedgerRejectedException">The key was destroyed: code <c>patient.erased</c>.</exception>
    /// <exception cref="LedgerTamperedException">The file holds no key: code <c>keys.damaged</c>.</exception>
    public byte[] GetOrCreate(PatientId patient) =>
        Find(patient) ?? StorageFault.Translate(folder, () => Create(KeyPath(patient), () => IsErased(patient))) ?? throw Erased();

    /// <summary>The key of identifiers' digests, made when there is none.</summary>
    /// <exception cref="LedgerTamperedException">The file holds no key: code <c>keys.damaged</c>.</exception>
    public byte[] OfIdentifiers() => StorageFault.Translate(folder, () =>
    {
        var path = Path.Combine(folder, "identifiers.key");
        return Read(path) ?? Create(path, static () => false)!;
    });

    /// <summary>Destroys a patient's key for ever; twice is as good as once. Backups of the folder have to be dealt with by their keeper.</summary>
    public void Destroy(PatientId patient) => StorageFault.Translate(folder, () =>
    {
        using var held = FolderLock.Take(folder);

        // The mark first, and on the disk: from then on nobody makes the patient a new key or trusts the overwritten one.
        Write(ErasedMark(patient), FileMode.OpenOrCreate, []);
        if (Has(patient))
        {
            Write(KeyPath(patient), FileMode.Open, new byte[KeyBytes]);
            File.Delete(KeyPath(patient));
        }
        return true;
    });

    /// <summary>Why nothing of an erased patient can be read or sealed.</summary>
    public static LedgerRejectedException Erased() =>
        new("patient.erased", "The patient's key was destroyed; the documents cannot be read any more.", "law.erased");

    // Under a lock between processes: moving a file to where none is asks first and moves then, and two would each keep a key of their own.
    private byte[]? Create(string path, Func<bool> isForbidden)
    {
        using var held = FolderLock.Take(folder);
        if (isForbidden()) return null;
        if (Read(path) is { } made) return made;
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        var beside = path + ".new";
        Write(beside, FileMode.Create, key);
        File.Move(beside, path);
        return key;
    }

    private static byte[]? Read(string path)
    {
        if (!File.Exists(path)) return null;
        try
        {
            var key = File.ReadAllBytes(path);
            return key.Length == KeyBytes ? key : throw new LedgerTamperedException("keys.damaged", "A key in the vault's key folder is damaged.");
        }
        catch (FileNotFoundException)
        {
            return null; // destroyed since
        }
    }

    private static void Write(string path, FileMode mode, byte[] bytes)
    {
        using var file = new FileStream(path, OwnerOnlyFile.Options(mode));
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }

    private string KeyPath(PatientId patient) => PathOf(patient, ".key");

    private string ErasedMark(PatientId patient) => PathOf(patient, ".erased");

    // A patient's identifier does not show in a file name.
    private string PathOf(PatientId patient, string extension) =>
        Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(patient.Value))) + extension);
}
