using System.Numerics.Tensors;

namespace VoiceMed.Nlu.Classification;

/// <summary>One weight vector and bias a class. Immutable once trained, and thread-safe.</summary>
public sealed class LinearModel
{
    private readonly float[] _weights;
    private readonly float[] _bias;

    /// <summary>Takes the weights over.</summary>
    /// <param name="weights">Feature-major: the weights of feature f for all classes stand at f · classes.</param>
    /// <param name="bias">One a class.</param>
    public LinearModel(float[] weights, float[] bias)
    {
        _weights = weights;
        _bias = bias;
    }

    /// <summary>How many classes there are.</summary>
    public int Classes => _bias.Length;

    /// <summary>Writes the decision value of each class into <paramref name="scores"/>, which has the length <see cref="Classes"/>.</summary>
    public void Score(SparseVector vector, Span<float> scores)
    {
        _bias.CopyTo(scores);
        var weights = _weights.AsSpan();
        for (var i = 0; i < vector.Indices.Length; i++)
            TensorPrimitives.MultiplyAdd(weights.Slice(vector.Indices[i] * Classes, Classes), vector.Values[i], scores, scores);
    }
}
