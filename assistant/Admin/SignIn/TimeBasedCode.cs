using System.Buffers.Binary;
using System.Security.Cryptography;

namespace VoiceMed.Assistant.Admin.SignIn;

/// <summary>Time-based one-time codes (RFC 6238 over RFC 4226: HMAC-SHA-1, 30 s, 6 digits), as authenticator apps make them.</summary>
public static class TimeBasedCode
{
    /// <summary>Bytes of a secret.</summary>
    public const int SecretBytes = 20;

    private const int StepSeconds = 30;
    private const int Modulus = 1_000_000;

    /// <summary>The number of the 30-second step a moment falls in.</summary>
    public static long StepAt(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The six digits of a step.</summary>
    public static string At(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238's default, which authenticator apps implement; HMAC does not rest on collision resistance.
        HMACSHA1.HashData(secret, counter, hash);
#pragma warning restore CA5350
        var offset = hash[^1] & 0x0F;
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash[offset..]) & 0x7FFF_FFFF;
        return (number % Modulus).ToString("D6");
    }

    /// <summary>Finds the step whose code was given: the present one or its neighbours, for clocks that differ.</summary>
    /// <returns>The step, or null when the code is wrong.</returns>
    public static long? Match(ReadOnlySpan<byte> secret, string code, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(code);
        long? found = null;
        for (var step = StepAt(now) - 1; step <= StepAt(now) + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(At(secret, step)), System.Text.Encoding.UTF8.GetBytes(code)))
            {
                found = step;
            }
        }

        return found;
    }
}
