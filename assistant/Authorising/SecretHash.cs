using System.Security.Cryptography;

namespace VoiceMed.Assistant.Authorising;

/// <summary>
/// Keeps a PIN or a badge's code so that it can be checked and not read: PBKDF2 with SHA-256 (RFC 8018), 210,000 rounds, a random
/// salt of 16 bytes, written as <c>pbkdf2$rounds$salt$hash</c>.
/// </summary>
public static class SecretHash
{
    private const int Rounds = 210_000;
    private const int SaltBytes = 16;
    private const int HashBytes = 32;

    /// <summary>Hashes a secret under a new salt.</summary>
    public static string Create(string secret)
    {
        ArgumentException.ThrowIfNullOrEmpty(secret);
        var salt = RandomNumberGenerator.GetBytes(SaltBytes);
        return $"pbkdf2${Rounds}${Convert.ToBase64String(salt)}${Convert.ToBase64String(Derive(secret, salt, Rounds))}";
    }

    /// <summary>Whether the secret is the one that was hashed. Takes the same time for every wrong secret.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="stored">What <see cref="Create"/> gave; anything else matches nothing.</param>
    public static bool Matches(string secret, string stored)
    {
        ArgumentNullException.ThrowIfNull(secret);
        ArgumentNullException.ThrowIfNull(stored);
        var parts = stored.Split('$');
        if (parts is not ["pbkdf2", var roundsText, var saltText, var hashText] || !int.TryParse(roundsText, out var rounds) || rounds is < 1 or > 10_000_000)
        {
            return false;
        }

        var salt = new byte[64];
        var hash = new byte[HashBytes];
        return Convert.TryFromBase64String(saltText, salt, out var saltLength)
            && Convert.TryFromBase64String(hashText, hash, out var hashLength) && hashLength == HashBytes
            && CryptographicOperations.FixedTimeEquals(hash, Derive(secret, salt.AsSpan(0, saltLength), rounds));
    }

    private static byte[] Derive(string secret, ReadOnlySpan<byte> salt, int rounds) =>
        Rfc2898DeriveBytes.Pbkdf2(secret, salt, rounds, HashAlgorithmName.SHA256, HashBytes);
}
