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
/// <remarks>Every call may throw <see cref="LedgerUnavailableException"/>: a folder cannot be used, code <c>storage.failed</c>.</remarks>
/// <param name="folder">Folder of the sealed documents.</param>
/// <param name="keys">Folder of the keys; it belongs on another disk, with a backup of its own.</param>
internal sealed class DocumentVault(string folder, string keys)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private const byte Version = 1;

    /// <summary>The patients' keys.</summary>
    public VaultKeys Keys { get; } = new(keys);

    /// <summary>The key of a document's commitment; the same for every delivery of the document.</summary>
    public byte[] CommitmentKey(PatientId patient, string document) => Derive(Keys.GetOrCreate(patient), "commitment", document);

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
        using (var cipher = new AesGcm(Derive(Keys.GetOrCreate(document.Patient), "seal", document.Id), TagBytes))
        {
            cipher.Encrypt(nonce, content.Span, bytes.AsSpan(1 + NonceBytes, content.Length), bytes.AsSpan(^TagBytes..), Associated(document));
        }
        cancellation.ThrowIfCancellationRequested();
        await StorageFault.TranslateAsync(folder, () => WriteAsync(path, bytes)).ConfigureAwait(false);
    }

    /// <summary>Opens a document and checks it against its commitment.</summary>
    /// <exception cref="LedgerUnavailableException">It is not in this vault: code <c>document.elsewhere</c>.</exception>
    /// <exception cref="LedgerRejectedException">The patient's key was destroyed: code <c>patient.erased</c>.</exception>
    /// <exception cref="LedgerTamperedException">It is not the document that was stored: code <c>document.damaged</c>.</exception>
    public async Task<byte[]> OpenAsync(DocumentInfo document, CancellationToken cancellation)
    {
        var path = PathOf(document);
        if (!File.Exists(path) && !Keys.IsErased(document.Patient))
            throw new LedgerUnavailableException("document.elsewhere", "The document lies in another hospital's vault.");
        var key = Keys.Find(document.Patient) ?? throw VaultKeys.Erased();
        var bytes = await StorageFault.TranslateAsync(folder, () => File.ReadAllBytesAsync(path, cancellation)).ConfigureAwait(false);
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
        Convert.ToHexStringLower(HMACSHA256.HashData(Keys.OfIdentifiers(), Encoding.UTF8.GetBytes(identifier)));

    private string PathOf(DocumentInfo document) => Path.Combine(folder, NameOf(document.Commitment ?? "") + ".sealed");

    // A commitment does not show in a file name.
    private static string NameOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static byte[] Derive(byte[] key, string purpose, string document) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key, VaultKeys.KeyBytes, info: Encoding.UTF8.GetBytes($"voicemed vault {purpose}\0{document}"));

    private static byte[] Associated(DocumentInfo document) => Encoding.UTF8.GetBytes($"{document.Patient}\0{document.Id}");

    private static async Task WriteAsync(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var beside = $"{path}.{Guid.NewGuid():N}"; // others may be sealing the same
        try
        {
            var file = new FileStream(beside, OwnerOnlyFile.Options(FileMode.CreateNew));
            await using (file.ConfigureAwait(false))
            {
                await file.WriteAsync(bytes, CancellationToken.None).ConfigureAwait(false);
                file.Flush(flushToDisk: true);
            }
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
