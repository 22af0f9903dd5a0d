using System.Buffers.Binary;
using System.Security.Cryptography;

namespace VoiceMed.Auth.Voiceprints;

/// <summary>
/// A secret rotation of a vector: signs and order shuffled by a key, then mixed by Hadamard transforms, twice. Two templates of one
/// person under two keys have nothing in common, and a new key makes a new template (ISO/IEC 24745: unlinkable, renewable). Lengths
/// and angles survive, so nothing is lost by undoing it. Thread-safe.
/// </summary>
public sealed class OrthogonalTransform
{
    private const int Rounds = 2;
    private readonly int[][] _order;
    private readonly float[][] _signs;
    private readonly int _block;

    /// <summary>Draws the rotation.</summary>
    /// <param name="key">32 secret bytes.</param>
    /// <param name="length">Length of the vectors, above 0.</param>
    public OrthogonalTransform(ReadOnlySpan<byte> key, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        Length = length;
        _block = length & -length; // the largest power of two that divides the length
        _order = new int[Rounds][];
        _signs = new float[Rounds][];
        for (var round = 0; round < Rounds; round++)
        {
            var random = new byte[8 * length];
            HKDF.Expand(HashAlgorithmName.SHA256, key, random.AsSpan(0, 32), System.Text.Encoding.ASCII.GetBytes($"round {round}"));
            Fill(random);
            var draws = new ulong[length];
            _signs[round] = new float[length];
            for (var i = 0; i < length; i++)
            {
                draws[i] = BinaryPrimitives.ReadUInt64LittleEndian(random.AsSpan(8 * i));
                _signs[round][i] = (draws[i] & 1) == 0 ? 1 : -1;
            }

            _order[round] = [.. Enumerable.Range(0, length)];
            Array.Sort(draws, _order[round]);
        }
    }

    /// <summary>Length of the vectors.</summary>
    public int Length { get; }

    /// <summary>Returns the rotated vector.</summary>
    public float[] Apply(ReadOnlySpan<float> vector)
    {
        var current = vector.ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            var next = new float[Length];
            for (var i = 0; i < Length; i++)
            {
                next[i] = current[_order[round][i]] * _signs[round][i];
            }

            Mix(next);
            current = next;
        }

        return current;
    }

    /// <summary>Returns the vector that <see cref="Apply"/> rotated.</summary>
    public float[] Undo(ReadOnlySpan<float> vector)
    {
        var current = vector.ToArray();
        for (var round = Rounds - 1; round >= 0; round--)
        {
            Mix(current); // a normalised Hadamard transform is its own inverse
            var next = new float[Length];
            for (var i = 0; i < Length; i++)
            {
                next[_order[round][i]] = current[i] * _signs[round][i];
            }

            current = next;
        }

        return current;
    }

    /// <summary>Stretches a 32-byte seed at the start of the buffer over all of it (AES-256 in counter mode).</summary>
    private static void Fill(byte[] buffer)
    {
        using var aes = Aes.Create();
        aes.Key = buffer[..32];
        var counters = new byte[(buffer.Length + 15) / 16 * 16];
        for (var i = 0; i < counters.Length; i += 16)
        {
            BinaryPrimitives.WriteInt32BigEndian(counters.AsSpan(i), i);
        }

        aes.EncryptEcb(counters, PaddingMode.None).AsSpan(0, buffer.Length).CopyTo(buffer);
    }

    private void Mix(float[] vector)
    {
        var scale = 1 / MathF.Sqrt(_block);
        for (var start = 0; start < vector.Length; start += _block)
        {
            var block = vector.AsSpan(start, _block);
            for (var half = 1; half < _block; half <<= 1)
            {
                for (var i = 0; i < _block; i += 2 * half)
                {
                    for (var j = i; j < i + half; j++)
                    {
                        (block[j], block[j + half]) = (block[j] + block[j + half], block[j] - block[j + half]);
                    }
                }
            }

            System.Numerics.Tensors.TensorPrimitives.Multiply(block, scale, block);
        }
    }
}
