using System.Security.Cryptography;
using System.Text;

namespace VoiceMed.LedgerClient.Proofs;

/// <summary>
/// The council as the client knows it: pinned by the client's own configuration, never taken from an answer (a client that
/// believes what the server says about itself can be lied to: CVE-2022-39199). Thread-safe.
/// </summary>
public sealed class CouncilKeys
{
    /// <summary>The signature algorithm this program knows.</summary>
    public const string Algorithm = "ecdsa-p256-sha256";

    private readonly IReadOnlyDictionary<string, byte[]> _keys;

    /// <summary>Pins the keys.</summary>
    /// <param name="origin">The channel's origin, as its checkpoints name it.</param>
    /// <param name="threshold">How many different members must have signed: from 1 to the number of keys.</param>
    /// <param name="keys">The members' public keys as DER SubjectPublicKeyInfo, by name.</param>
    public CouncilKeys(string origin, int threshold, IReadOnlyDictionary<string, byte[]> keys)
    {
        ArgumentException.ThrowIfNullOrEmpty(origin);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threshold, keys.Count);
        (Origin, Threshold, _keys) = (origin, threshold, keys);
    }

    /// <summary>The channel's origin.</summary>
    public string Origin { get; }

    /// <summary>How many different members must have signed.</summary>
    public int Threshold { get; }

    /// <summary>The members' public keys as DER SubjectPublicKeyInfo, by name.</summary>
    public IReadOnlyDictionary<string, byte[]> Keys => _keys;

    /// <summary>What is wrong with a signed checkpoint, or null when enough members signed it for this channel.</summary>
    /// <param name="note">The signed checkpoint.</param>
    /// <param name="checkpoint">The checkpoint, when nothing is wrong.</param>
    public string? Check(SignedCheckpoint note, out Checkpoint? checkpoint)
    {
        ArgumentNullException.ThrowIfNull(note);
        checkpoint = null;
        Checkpoint parsed;
        try
        {
            parsed = Checkpoint.Parse(note.Text);
        }
        catch (FormatException e)
        {
            return e.Message;
        }

        if (parsed.Origin != Origin)
        {
            return $"The checkpoint is of '{parsed.Origin}', not of '{Origin}'.";
        }

        var text = Encoding.UTF8.GetBytes(note.Text);
        var members = new HashSet<string>(StringComparer.Ordinal);
        foreach (var signature in note.Signatures)
        {
            if (!IsGood(text, signature))
            {
                return $"The signature of '{signature.Key}' does not hold for the checkpoint of size {parsed.Size}.";
            }

            members.Add(signature.Key);
        }

        if (members.Count < Threshold)
        {
            return $"The checkpoint of size {parsed.Size} bears {members.Count} council signatures; {Threshold} are needed.";
        }

        checkpoint = parsed;
        return null;
    }

    private bool IsGood(byte[] text, CouncilSignature signature)
    {
        if (signature.Algorithm != Algorithm || !_keys.TryGetValue(signature.Key, out var key))
        {
            return false;
        }

        try
        {
            using var ecdsa = ECDsa.Create();
            ecdsa.ImportSubjectPublicKeyInfo(key, out _);
            return ecdsa.VerifyData(text, signature.Value, HashAlgorithmName.SHA256);
        }
        catch (Exception e) when (e is CryptographicException or PlatformNotSupportedException)
        {
            return false;
        }
    }
}
