using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using VoiceMed.Auth.Scoring;

namespace VoiceMed.Auth.Voiceprints;

/// <summary>
/// The bytes of a sealed voiceprint: "VMVP", format 1, key id (8), salt (16), nonce (12), tag (16), ciphertext. AES-256-GCM under a key
/// derived for this file from master key and salt; the header is authenticated with it. Inside, template vectors are rotated by a
/// secret of the file's own (<see cref="OrthogonalTransform"/>).
/// </summary>
internal static class SealedVoiceprint
{
    private const int SaltAt = 13;
    private const int NonceAt = SaltAt + 16;
    private const int TagAt = NonceAt + 12;
    private const int BodyAt = TagAt + 16;
    private const int MaxVector = 1 << 20;
    private static ReadOnlySpan<byte> Magic => "VMVP\u0001"u8;

    public static byte[] Seal(Voiceprint voiceprint, VoiceprintKey key)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        var plain = Write(voiceprint, key.Derive(salt, "rotation", 32));
        var bytes = new byte[BodyAt + plain.Length];
        Magic.CopyTo(bytes);
        Convert.FromHexString(key.Id).CopyTo(bytes, Magic.Length);
        salt.CopyTo(bytes, SaltAt);
        RandomNumberGenerator.Fill(bytes.AsSpan(NonceAt, 12));
        using var aes = new AesGcm(key.Derive(salt, "seal", 32), 16);
        aes.Encrypt(bytes.AsSpan(NonceAt, 12), plain, bytes.AsSpan(BodyAt), bytes.AsSpan(TagAt, 16), bytes.AsSpan(0, NonceAt));
        CryptographicOperations.ZeroMemory(plain);
        return bytes;
    }

    /// <summary>The id of the key the bytes are sealed under.</summary>
    public static string KeyIdOf(ReadOnlySpan<byte> bytes, string path) =>
        bytes.Length > BodyAt && bytes.StartsWith(Magic)
            ? Convert.ToHexStringLower(bytes.Slice(Magic.Length, 8))
            : throw Damaged(path, null);

    public static Voiceprint Open(ReadOnlySpan<byte> bytes, VoiceprintKey key, string path)
    {
        KeyIdOf(bytes, path);
        var salt = bytes.Slice(SaltAt, 16);
        var plain = new byte[bytes.Length - BodyAt];
        try
        {
            using var aes = new AesGcm(key.Derive(salt, "seal", 32), 16);
            aes.Decrypt(bytes.Slice(NonceAt, 12), bytes[BodyAt..], bytes.Slice(TagAt, 16), plain, bytes[..NonceAt]);
            return Read(plain, key.Derive(salt, "rotation", 32));
        }
        catch (Exception e) when (e is CryptographicException or JsonException or IOException or ArgumentException)
        {
            throw Damaged(path, e);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    private static VoiceprintStoreException Damaged(string path, Exception? cause) => new(
        $"The voiceprint '{path}' is damaged or was tampered with: put it back from a backup, or remove it and enrol the doctor again.",
        cause ?? new InvalidDataException("not a sealed voiceprint"));

    private static byte[] Write(Voiceprint voiceprint, byte[] rotation)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(JsonSerializer.Serialize(voiceprint with { Enrolled = Bare(voiceprint.Enrolled), Adapted = Bare(voiceprint.Adapted) }));
        WriteVectors(writer, voiceprint.Enrolled, rotation);
        if (voiceprint.Adapted is { } adapted)
        {
            WriteVectors(writer, adapted, rotation);
        }

        writer.Flush();
        return stream.ToArray();
    }

    private static Voiceprint Read(byte[] plain, byte[] rotation)
    {
        using var reader = new BinaryReader(new MemoryStream(plain), Encoding.UTF8);
        var voiceprint = JsonSerializer.Deserialize<Voiceprint>(reader.ReadString()) ?? throw new JsonException("no record");
        return voiceprint with
        {
            Enrolled = ReadVectors(reader, voiceprint.Enrolled, rotation),
            Adapted = voiceprint.Adapted is null ? null : ReadVectors(reader, voiceprint.Adapted, rotation),
        };
    }

    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(template))]
    private static SpeakerTemplate? Bare(SpeakerTemplate? template) =>
        template is null ? null : template with { Vectors = [.. template.Vectors.Select(v => v with { Values = [] })] };

    private static void WriteVectors(BinaryWriter writer, SpeakerTemplate template, byte[] rotation)
    {
        foreach (var vector in template.Vectors)
        {
            writer.Write(vector.Values.Length);
            foreach (var value in new OrthogonalTransform(rotation, vector.Values.Length).Apply(vector.Values))
            {
                writer.Write(value);
            }
        }
    }

    private static SpeakerTemplate ReadVectors(BinaryReader reader, SpeakerTemplate template, byte[] rotation) => template with
    {
        Vectors = [.. template.Vectors.Select(v => v with { Values = ReadVector(reader, rotation) })],
    };

    private static float[] ReadVector(BinaryReader reader, byte[] rotation)
    {
        var length = reader.ReadInt32();
        if (length is <= 0 or > MaxVector)
        {
            throw new InvalidDataException("a vector's length is out of range");
        }

        var values = new float[length];
        for (var i = 0; i < length; i++)
        {
            values[i] = reader.ReadSingle();
        }

        return new OrthogonalTransform(rotation, length).Undo(values);
    }
}
