using System.Security.Cryptography;
using System.Text;

namespace VoiceMed.Assistant.Admin.SignIn;

/// <summary>What proves the admin: a random key of which only the hash is kept, and the secret of the one-time codes.</summary>
/// <param name="KeyHash">SHA-256 of the key. The key has 160 random bits, so no slow hash is needed.</param>
/// <param name="CodeSecret">The secret of the one-time codes.</param>
public sealed record AdminCredentials(byte[] KeyHash, byte[] CodeSecret)
{
    /// <summary>Makes new credentials.</summary>
    /// <returns>The credentials, and the key, which is shown once and never kept.</returns>
    public static (AdminCredentials Credentials, string Key) Generate()
    {
        var key = Base32.Encode(RandomNumberGenerator.GetBytes(20));
        return (new AdminCredentials(Hash(key), RandomNumberGenerator.GetBytes(TimeBasedCode.SecretBytes)), key);
    }

    /// <summary>What an authenticator app reads from a QR code.</summary>
    public Uri AuthenticatorUri => new($"otpauth://totp/VoiceMed:admin?secret={Base32.Encode(CodeSecret)}&issuer=VoiceMed");

    /// <summary>True when this is the key. Takes as long for a wrong one.</summary>
    public bool IsKey(string key) => CryptographicOperations.FixedTimeEquals(Hash(key), KeyHash);

    private static byte[] Hash(string key) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(key.Replace("-", string.Empty, StringComparison.Ordinal).Trim().ToUpperInvariant()));
}
