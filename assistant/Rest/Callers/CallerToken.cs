using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace VoiceMed.Assistant.Rest.Callers;

/// <summary>
/// Signed tokens: JSON Web Tokens (RFC 7519) in compact form, ES256 (RFC 7518, 3.4) and nothing else. The header's <c>kid</c>
/// names the ledger account and its key that signed, <c>account/key</c>. Stateless and thread-safe.
/// </summary>
public static class CallerToken
{
    /// <summary>The audience every token must name.</summary>
    public const string Audience = "voicemed";

    /// <summary>The longest a token may live.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromHours(1);

    private const int LongestToken = 8192;

    private static readonly JsonSerializerOptions Json = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        AllowDuplicateProperties = false,
    };

    /// <summary>Makes a token.</summary>
    /// <param name="account">The account and its key, <c>account/key</c>.</param>
    /// <param name="key">The account's private key, ECDSA on P-256.</param>
    /// <param name="claims">What it says.</param>
    public static string Create(string account, ECDsa key, CallerClaims claims)
    {
        ArgumentNullException.ThrowIfNull(key);
        var signed = $"{Part(new Header("ES256", "JWT", account))}.{Part(claims)}";
        var signature = key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    /// <summary>Takes a token apart without judging its signature.</summary>
    /// <returns>The account it names and its claims, or null when it is no ES256 token.</returns>
    public static (string Account, CallerClaims Claims)? Read(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (token.Length > LongestToken || token.Split('.') is not [var header, var claims, _])
        {
            return null;
        }

        // The algorithm is ours to choose, never the token's: anything but ES256 is no token.
        return Parse<Header>(header) is { Algorithm: "ES256", Type: null or "JWT", Account: { Length: > 0 } account } && Parse<CallerClaims>(claims) is { } read
            ? (account, read)
            : null;
    }

    /// <summary>True when the token was signed with the public key's private half.</summary>
    /// <param name="token">A token that <see cref="Read"/> could take apart.</param>
    /// <param name="publicKey">The public key, DER SubjectPublicKeyInfo of a P-256 key.</param>
    public static bool IsSignedBy(string token, ReadOnlySpan<byte> publicKey)
    {
        ArgumentNullException.ThrowIfNull(token);
        var end = token.LastIndexOf('.');
        Span<byte> signature = stackalloc byte[64];
        if (token.Length - end - 1 != Base64Url.GetEncodedLength(64)
            || !Base64Url.TryDecodeFromChars(token.AsSpan(end + 1), signature, out var written) || written != 64)
        {
            return false;
        }

        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(publicKey, out _);
        return key.VerifyData(
            Encoding.ASCII.GetBytes(token[..end]), signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    private static string Part<T>(T value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value, Json));

    private static T? Parse<T>(string part)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Base64Url.DecodeFromChars(part), Json);
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }

    private sealed record Header(
        [property: JsonPropertyName("alg")] string? Algorithm,
        [property: JsonPropertyName("typ")] string? Type,
        [property: JsonPropertyName("kid")] string? Account);
}
