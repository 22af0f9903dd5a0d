using System.Numerics.Tensors;

namespace VoiceMed.Nlu.Classification;

/// <summary>A network with one hidden layer of rectified units over sparse vectors. Immutable once trained, and thread-safe.</summary>
public sealed class HiddenLayerModel
{
    private readonly float[] _input;
    private readonly float[] _hiddenBias;
    private readonly float[] _output;
    private readonly float[] _outputBias;

    internal HiddenLayerModel(float[] input, float[] hiddenBias, float[] output, float[] outputBias)
    {
        _input = input;
        _hiddenBias = hiddenBias;
        _output = output;
        _outputBias = outputBias;
    }

    /// <summary>How many classes there are.</summary>
    public int Classes => _outputBias.Length;

    /// <summary>Writes each class's log-odds before normalisation into <paramref name="scores"/>, which has the length <see cref="Classes"/>.</summary>
    public void Score(SparseVector vector, Span<float> scores)
    {
        var units = _hiddenBias.Length;
        Span<float> hidden = stackalloc float[units];
        _hiddenBias.CopyTo(hidden);
        for (var i = 0; i < vector.Indices.Length; i++)
            TensorPrimitives.MultiplyAdd(_input.AsSpan(vector.Indices[i] * units, units), vector.Values[i], hidden, hidden);
        _outputBias.CopyTo(scores);
        for (var h = 0; h < units; h++)
        {
            if (hidden[h] > 0)
                TensorPrimitives.MultiplyAdd(_output.AsSpan(h * Classes, Classes), hidden[h], scores, scores);
        }
    }
}
