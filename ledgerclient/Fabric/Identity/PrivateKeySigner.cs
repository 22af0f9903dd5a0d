using System.Security.Cryptography;

namespace VoiceMed.LedgerClient.Fabric.Identity;

/// <summary>Signs with an ECDSA key held in memory. Thread-safe. Dispose it to forget the key.</summary>
public sealed class PrivateKeySigner : ISigner, IDisposable
{
    private const int LargestSignatureBytes = 96;

    private readonly ECDsa key;
    private readonly Lock signing = new(); // .NET promises nothing about one key on two threads, and signing takes microseconds

    private PrivateKeySigner(ECDsa key)
    {
        if (key.KeySize is not (256 or 384))
        {
            key.Dispose();
            throw new CryptographicException($"Fabric signs with P-256 or P-384, not with a key of {key.KeySize} bits");
        }
        this.key = key;
    }

    /// <summary>Takes a private key from PEM: PKCS#8 or SEC1, not encrypted.</summary>
    /// <param name="pem">The text of the PEM file.</param>
    /// <returns>The signer.</returns>
    /// <exception cref="CryptographicException">The text holds no P-256 or P-384 private key.</exception>
    public static PrivateKeySigner FromPem(ReadOnlySpan<char> pem)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            return new PrivateKeySigner(key);
        }
        catch (ArgumentException malformed)
        {
            key.Dispose();
            throw new CryptographicException("the text holds no unencrypted ECDSA private key in PEM", malformed);
        }
        catch (CryptographicException)
        {
            key.Dispose();
            throw;
        }
    }

    /// <summary>Takes a private key from an encrypted PEM file's text (PKCS#8, PBES2).</summary>
    /// <param name="pem">The text of the PEM file.</param>
    /// <param name="password">The password.</param>
    /// <returns>The signer.</returns>
    /// <exception cref="CryptographicException">The password is wrong or the text holds no P-256 or P-384 private key.</exception>
    public static PrivateKeySigner FromEncryptedPem(ReadOnlySpan<char> pem, ReadOnlySpan<char> password)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportFromEncryptedPem(pem, password);
            return new PrivateKeySigner(key);
        }
        catch (ArgumentException malformed)
        {
            key.Dispose();
            throw new CryptographicException("the text holds no encrypted ECDSA private key in PEM", malformed);
        }
        catch (CryptographicException)
        {
            key.Dispose();
            throw;
        }
    }

    /// <summary>Reads a private key from a file.</summary>
    /// <param name="path">A PEM file, PKCS#8 or SEC1, not encrypted.</param>
    /// <returns>The signer.</returns>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="CryptographicException">The file holds no P-256 or P-384 private key.</exception>
    public static PrivateKeySigner FromFile(string path) => FromPem(File.ReadAllText(path));

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>> SignAsync(ReadOnlyMemory<byte> digest, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Span<byte> signature = stackalloc byte[LargestSignatureBytes];
        int written;
        lock (signing)
            written = key.SignHash(digest.Span, signature, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return new(EcdsaSignature.EncodeLowS(signature[..written]));
    }

    /// <summary>Forgets the key.</summary>
    public void Dispose() => key.Dispose();
}
