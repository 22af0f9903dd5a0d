using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using VoiceMed.Auth.Scoring;

namespace VoiceMed.Auth.Evaluation;

/// <summary>Computes each sound's vector once: a fit looks at the same sounds for every share it tries. Thread-safe.</summary>
internal sealed class RememberingEmbedder(ISpeakerEmbedder inner) : ISpeakerEmbedder
{
    private readonly ConcurrentDictionary<string, float[]?> _known = new(StringComparer.Ordinal);

    public string System => inner.System;

    public float[]? Embed(ReadOnlySpan<short> samples)
    {
        var name = Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(samples)));
        return _known.TryGetValue(name, out var vector) ? vector : _known[name] = inner.Embed(samples);
    }
}
