using System.Numerics.Tensors;

namespace VoiceMed.Auth.Scoring;

/// <summary>
/// Asks an embedder to tell voices apart that are known, before anybody relies on it: some speaker models load without a complaint and
/// give nearly the same vector for everybody. Thread-safe.
/// </summary>
public static class EmbedderSelfTest
{
    /// <summary>Least share of comparisons in which the same voice must come closer than another one.</summary>
    public const double LeastRight = 0.9;

    /// <summary>Runs the test.</summary>
    /// <param name="embedder">The embedder.</param>
    /// <param name="voices">For each of at least two voices at least two recordings, 16 kHz mono.</param>
    /// <exception cref="SpeakerModelException">It gives no vectors, or does not tell the voices apart.</exception>
    public static void Require(ISpeakerEmbedder embedder, IReadOnlyList<IReadOnlyList<short[]>> voices)
    {
        ArgumentNullException.ThrowIfNull(embedder);
        ArgumentNullException.ThrowIfNull(voices);
        var vectors = voices.SelectMany((voice, who) => voice.Select(clip => (Who: who, Vector: embedder.Embed(clip)))).ToArray();
        if (vectors.Any(v => v.Vector is null))
        {
            throw new SpeakerModelException($"The speaker model {embedder.System} gives no vector for clear speech: install it again, or remove it.");
        }

        var pairs = vectors.SelectMany((one, i) => vectors.Skip(i + 1).Select(other =>
            (Same: one.Who == other.Who, Cosine: TensorPrimitives.CosineSimilarity<float>(one.Vector!, other.Vector!)))).ToArray();
        var same = pairs.Where(pair => pair.Same).ToArray();
        var others = pairs.Where(pair => !pair.Same).ToArray();
        var right = same.Sum(one => others.Count(other => one.Cosine > other.Cosine)) / (double)(same.Length * others.Length);
        if (!(right >= LeastRight))
        {
            throw new SpeakerModelException(
                $"The speaker model {embedder.System} does not tell known voices apart ({right:P0} of comparisons right): install it again, or remove it.");
        }
    }
}
