using System.Numerics.Tensors;

namespace VoiceMed.Nlu.Classification;

/// <summary>
/// Trains one-vs-rest linear support vector machines with squared hinge loss by dual coordinate descent (Hsieh, Chang, Lin,
/// Keerthi, Sundararajan: A Dual Coordinate Descent Method for Large-scale Linear SVM, ICML 2008), for all classes at once:
/// one pass over a text's features serves every class. Deterministic.
/// </summary>
public static class SupportVectorTrainer
{
    /// <summary>Trains a model.</summary>
    /// <param name="vectors">Training vectors of about unit length.</param>
    /// <param name="labels">The class of each, 0 to <paramref name="classes"/> - 1; -1 for a vector that belongs to none of them.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="features">One more than the largest feature index.</param>
    /// <param name="cost">C: how much an error weighs against the length of the weights.</param>
    /// <param name="epochs">Passes over the data.</param>
    /// <param name="weights">Weight of each text; null for 1 each.</param>
    public static LinearModel Train(
        IReadOnlyList<SparseVector> vectors, IReadOnlyList<int> labels, int classes, int features, double cost = 1, int epochs = 20,
        IReadOnlyList<float>? weights = null)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        ArgumentNullException.ThrowIfNull(labels);
        var w = new float[(long)features * classes];
        var bias = new float[classes];
        var alpha = new float[(long)vectors.Count * classes];
        var order = Enumerable.Range(0, vectors.Count).ToArray();
        var random = new DeterministicRandom(17);
        var margins = new float[classes];
        var deltas = new float[classes];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var i in order)
            {
                var vector = vectors[i];
                bias.CopyTo(margins, 0);
                foreach (var (index, value) in vector.Indices.Zip(vector.Values))
                    TensorPrimitives.MultiplyAdd(w.AsSpan(index * classes, classes), value, margins, margins);
                var diagonal = (float)(0.5 / (cost * (weights?[i] ?? 1)));
                if (!Step(margins, alpha.AsSpan(i * classes, classes), deltas, labels[i], 1 + TensorPrimitives.SumOfSquares<float>(vector.Values), diagonal))
                    continue;
                TensorPrimitives.Add(bias, deltas, bias);
                for (var f = 0; f < vector.Indices.Length; f++)
                {
                    var row = w.AsSpan(vector.Indices[f] * classes, classes);
                    TensorPrimitives.MultiplyAdd(deltas, vector.Values[f], row, row);
                }
            }
        }

        return new LinearModel(w, bias);
    }

    private static bool Step(float[] margins, Span<float> alpha, float[] deltas, int label, float square, float diagonal)
    {
        var any = false;
        for (var c = 0; c < margins.Length; c++)
        {
            var y = c == label ? 1f : -1f;
            var gradient = (y * margins[c]) - 1 + (diagonal * alpha[c]);
            deltas[c] = 0;
            if (alpha[c] == 0 && gradient >= 0)
                continue;
            var next = Math.Max(alpha[c] - (gradient / (square + diagonal)), 0);
            deltas[c] = (next - alpha[c]) * y;
            alpha[c] = next;
            any |= deltas[c] != 0;
        }

        return any;
    }
}
