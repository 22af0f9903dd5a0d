using System.Security.Cryptography;
using System.Text;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;
using VoiceMed.LedgerClient.Storage;

namespace VoiceMed.LedgerClient.Fabric.Clinical;

/// <summary>
/// Keeps documents beside the chain, sealed with AES-256-GCM under a key of the patient's own; the chain holds a keyed commitment
/// (HMAC-SHA-256). Destroying a patient's key makes the documents unreadable everywhere and leaves the chain provable. Thread-safe, also
/// between processes that share the folders.
/// </summary>
/// <param name="folder">Folder of the sealed documents.</param>
/// <param name="keys">Folder of the keys; it belongs on another disk, with a backup of its own.</param>
internal sealed class DocumentVault(string folder, string keys)
{
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const byte Version = 1;

    /// <summary>The key of a document's commitment; the same for every delivery of the document.</summary>
    public byte[] CommitmentKey(PatientId patient, string document) => Derive(PatientKey(patient, create: true)!, "commitment", document);

    /// <summary>The commitment, in lower-case hexadecimal.</summary>
    public static string Commit(byte[] commitmentKey, ReadOnlySpan<byte> content) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(commitmentKey, content));

    /// <summary>Seals a document; sealing the same content again changes nothing.</summary>
    public async Task SealAsync(DocumentInfo document, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var path = PathOf(document);
        if (File.Exists(path)) return;
        var bytes = new byte[1 + NonceBytes + content.Length + TagBytes];
        bytes[0] = Version;
        var nonce = bytes.AsSpan(1, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using (var cipher = new AesGcm(Derive(PatientKey(document.Patient, create: true)!, "seal", document.Id), TagBytes))
        {
            cipher.Encrypt(nonce, content.Span, bytes.AsSpan(1 + NonceBytes, content.Length), bytes.AsSpan(^TagBytes..), Associated(document));
        }
        await WriteAsync(path, bytes, UnixFileMode.UserRead | UnixFileMode.UserWrite, cancellation).ConfigureAwait(false);
    }

    /// <summary>Opens a document and checks it against its commitment.</summary>
    /// <exception cref="LedgerUnavailableException">It is not in this vault: code <c>document.elsewhere</c>.</exception>
    /// <exception cref="LedgerRejectedException">The patient's key was destroyed: code <c>patient.erased</c>.</exception>
    /// <exception cref="LedgerTamperedException">It is not the document that was stored: code <c>document.damaged</c>.</exception>
    public async Task<byte[]> OpenAsync(DocumentInfo document, CancellationToken cancellation)
    {
        var path = PathOf(document);
        if (!File.Exists(path) && !File.Exists(ErasedMark(document.Patient)))
            throw new LedgerUnavailableException("document.elsewhere", "The document lies in another hospital's vault.");
        var key = PatientKey(document.Patient, create: false)
            ?? throw Erased();
        var bytes = await File.ReadAllBytesAsync(path, cancellation).ConfigureAwait(false);
        try
        {
            if (bytes.Length < 1 + NonceBytes + TagBytes || bytes[0] != Version) throw new CryptographicException("it is no sealed document");
            var content = new byte[bytes.Length - 1 - NonceBytes - TagBytes];
            using var cipher = new AesGcm(Derive(key, "seal", document.Id), TagBytes);
            cipher.Decrypt(bytes.AsSpan(1, NonceBytes), bytes.AsSpan(1 + NonceBytes, content.Length), bytes.AsSpan(^TagBytes..), content, Associated(document));
            if (Commit(Derive(key, "commitment", document.Id), content) != document.Commitment) throw new CryptographicException("the commitment differs");
            return content;
        }
        catch (CryptographicException damaged)
        {
            throw new LedgerTamperedException("document.damaged", "The document in the vault is not the one that was stored.", damaged);
        }
    }

    /// <summary>
    /// A keyed digest of an identifier (HMAC-SHA-256, hexadecimal), so that nobody finds a person's number in the channel by trying all
    /// numbers. Organisations that share <c>identifiers.key</c> recognise each other's patients.
    /// </summary>
    public string Digest(string identifier) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(IdentifiersKey(), Encoding.UTF8.GetBytes(identifier)));

    /// <summary>True when the patient's key is still in the folder.</summary>
    public bool HasKey(PatientId patient) => File.Exists(KeyPath(patient));

    /// <summary>Destroys a patient's key for ever; twice is as good as once. Backups of the key folder have to be dealt with by their keeper.</summary>
    public void Destroy(PatientId patient)
    {
        using var held = FolderLock.Take(keys);
        // The mark first, and on the disk: from then on nobody makes the patient a new key or trusts the overwritten one.
        Overwrite(ErasedMark(patient), FileMode.OpenOrCreate, []);
        var path = KeyPath(patient);
        if (!File.Exists(path)) return;
        Overwrite(path, FileMode.Open, new byte[KeyBytes]);
        File.Delete(path);
    }

    private byte[]? PatientKey(PatientId patient, bool create)
    {
        var key = ReadKey(KeyPath(patient));
        if (key is null && create) key = NewKey(KeyPath(patient), ErasedMark(patient));
        // Asked after the key was read: who finds no mark did not read a key that is being overwritten.
        if (!File.Exists(ErasedMark(patient))) return key;
        return create ? throw Erased() : null;
    }

    private byte[] IdentifiersKey()
    {
        var path = Path.Combine(keys, "identifiers.key");
        return ReadKey(path) ?? NewKey(path)!;
    }

    private string KeyPath(PatientId patient) => Path.Combine(keys, NameOf(patient.Value) + ".key");

    private string ErasedMark(PatientId patient) => Path.Combine(keys, NameOf(patient.Value) + ".erased");

    private static LedgerRejectedException Erased() =>
        new("patient.erased", "The patient's key was destroyed; the documents cannot be read any more.", "law.erased");

    private static byte[]? ReadKey(string path)
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

    // Under a lock between processes: moving a file to where none is asks first and moves then, and two would each keep a key of their own.
    private byte[]? NewKey(string path, string? unless = null)
    {
        using var held = FolderLock.Take(keys);
        if (File.Exists(unless)) return null;
        if (ReadKey(path) is { } made) return made;
        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        var beside = $"{path}.{Guid.NewGuid():N}";
        WriteNew(beside, key);
        File.Move(beside, path);
        return key;
    }

    private string PathOf(DocumentInfo document) => Path.Combine(folder, NameOf(document.Commitment ?? "") + ".sealed");

    // Neither a patient's identifier nor a commitment shows in a file name.
    private static string NameOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static byte[] Derive(byte[] key, string purpose, string document) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyBytes, info: Encoding.UTF8.GetBytes($"voicemed vault {purpose}\0{document}"));

    private static byte[] Associated(DocumentInfo document) => Encoding.UTF8.GetBytes($"{document.Patient}\0{document.Id}");

    private static async Task WriteAsync(string path, byte[] bytes, UnixFileMode mode, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var beside = $"{path}.{Guid.NewGuid():N}";
        var file = new FileStream(beside, Options(mode));
        await using (file.ConfigureAwait(false))
        {
            await file.WriteAsync(bytes, CancellationToken.None).ConfigureAwait(false);
            file.Flush(flushToDisk: true);
        }
        File.Move(beside, path, overwrite: true);
    }

    private static void WriteNew(string path, byte[] bytes)
    {
        using var file = new FileStream(path, Options(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }

    private static void Overwrite(string path, FileMode mode, byte[] bytes)
    {
        using var file = new FileStream(path, mode, FileAccess.Write);
        file.Write(bytes);
        file.Flush(flushToDisk: true);
    }

    private static FileStreamOptions Options(UnixFileMode mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = mode;
        return options;
    }
}
