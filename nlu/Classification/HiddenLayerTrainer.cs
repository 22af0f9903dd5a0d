using System.Numerics.Tensors;

namespace VoiceMed.Nlu.Classification;

/// <summary>
/// Trains a <see cref="HiddenLayerModel"/> with softmax cross-entropy, dropout (Srivastava et al., JMLR 2014) and AdaGrad
/// (Duchi, Hazan, Singer, JMLR 2011), which suits sparse inputs. Texts of no class are taught an even distribution
/// (outlier exposure, Hendrycks et al., ICLR 2019). Deterministic.
/// </summary>
public sealed class HiddenLayerTrainer
{
    private readonly HiddenLayerOptions _options;
    private readonly DeterministicRandom _random;
    private readonly int _units;
    private readonly int _classes;
    private readonly float[] _input;
    private readonly float[] _inputSquares;
    private readonly float[] _hiddenBias;
    private readonly float[] _output;
    private readonly float[] _outputSquares;
    private readonly float[] _outputBias;
    private readonly float[] _hidden;
    private readonly float[] _hiddenGradient;
    private readonly float[] _mask;
    private readonly float[] _error;

    private HiddenLayerTrainer(int classes, int features, HiddenLayerOptions options)
    {
        _options = options;
        _random = new DeterministicRandom(options.Seed);
        _units = options.Units;
        _classes = classes;
        _input = Uniform((long)features * _units, 0.3f);
        _inputSquares = new float[features];
        _hiddenBias = new float[_units];
        _output = Uniform((long)_units * classes, MathF.Sqrt(6f / (_units + classes)));
        _outputSquares = new float[_units];
        _outputBias = new float[classes];
        _hidden = new float[_units];
        _hiddenGradient = new float[_units];
        _mask = new float[_units];
        _error = new float[classes];
    }

    /// <summary>Trains a model.</summary>
    /// <param name="vectors">Training vectors of about unit length.</param>
    /// <param name="labels">The class of each; -1 for a text of no class.</param>
    /// <param name="classes">How many classes there are.</param>
    /// <param name="features">One more than the largest feature index.</param>
    /// <param name="options">How.</param>
    public static HiddenLayerModel Train(
        IReadOnlyList<SparseVector> vectors, IReadOnlyList<int> labels, int classes, int features, HiddenLayerOptions options)
    {
        ArgumentNullException.ThrowIfNull(vectors);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(options);
        var trainer = new HiddenLayerTrainer(classes, features, options);
        var order = Enumerable.Range(0, vectors.Count).ToArray();
        for (var epoch = 0; epoch < options.Epochs; epoch++)
        {
            trainer._random.Shuffle(order);
            var rate = options.Rate * (1 - ((float)epoch / options.Epochs));
            foreach (var i in order)
                trainer.Learn(vectors[i], labels[i], rate);
        }

        return new HiddenLayerModel(trainer._input, trainer._hiddenBias, trainer._output, trainer._outputBias);
    }

    private void Learn(SparseVector full, int label, float rate)
    {
        var vector = Drop(full);
        Forward(vector);
        Softmax();
        var weight = label < 0 ? _options.OutlierWeight : 1;
        var even = (label < 0 ? 1 : _options.Smoothing) / _classes;
        TensorPrimitives.Subtract(_error, even, _error);
        if (label >= 0)
            _error[label] -= 1 - _options.Smoothing;
        TensorPrimitives.Multiply(_error, weight, _error);
        Backward(vector, rate);
    }

    private SparseVector Drop(SparseVector full)
    {
        var indices = new List<int>(full.Indices.Length);
        var values = new List<float>(full.Indices.Length);
        var scale = 1 / (1 - _options.InputDropout);
        for (var i = 0; i < full.Indices.Length; i++)
        {
            if (_random.NextDouble() < _options.InputDropout)
                continue;
            indices.Add(full.Indices[i]);
            values.Add(full.Values[i] * scale);
        }

        return new SparseVector([.. indices], [.. values]);
    }

    private void Forward(SparseVector vector)
    {
        _hiddenBias.CopyTo(_hidden, 0);
        for (var i = 0; i < vector.Indices.Length; i++)
            TensorPrimitives.MultiplyAdd(_input.AsSpan(vector.Indices[i] * _units, _units), vector.Values[i], _hidden, _hidden);
        var scale = 1 / (1 - _options.HiddenDropout);
        _outputBias.CopyTo(_error, 0);
        for (var h = 0; h < _units; h++)
        {
            _mask[h] = _hidden[h] > 0 && _random.NextDouble() >= _options.HiddenDropout ? scale : 0;
            _hidden[h] *= _mask[h];
            if (_mask[h] > 0)
                TensorPrimitives.MultiplyAdd(_output.AsSpan(h * _classes, _classes), _hidden[h], _error, _error);
        }
    }

    private void Softmax() => TensorPrimitives.SoftMax(_error, _error);

    private void Backward(SparseVector vector, float rate)
    {
        var errorSquare = TensorPrimitives.SumOfSquares<float>(_error) / _classes;
        for (var h = 0; h < _units; h++)
        {
            if (_mask[h] == 0)
            {
                _hiddenGradient[h] = 0;
                continue;
            }

            var row = _output.AsSpan(h * _classes, _classes);
            _hiddenGradient[h] = TensorPrimitives.Dot<float>(row, _error) * _mask[h];
            _outputSquares[h] += _hidden[h] * _hidden[h] * errorSquare;
            TensorPrimitives.MultiplyAdd(_error, -rate * _hidden[h] / MathF.Sqrt(_outputSquares[h] + 1e-6f), row, row);
        }

        TensorPrimitives.MultiplyAdd(_error, -0.1f * rate, _outputBias, _outputBias);
        TensorPrimitives.MultiplyAdd(_hiddenGradient, -0.1f * rate, _hiddenBias, _hiddenBias);
        var gradientSquare = TensorPrimitives.SumOfSquares<float>(_hiddenGradient) / _units;
        if (gradientSquare == 0)
            return;
        for (var i = 0; i < vector.Indices.Length; i++)
        {
            var feature = vector.Indices[i];
            var value = vector.Values[i];
            _inputSquares[feature] += value * value * gradientSquare;
            var row = _input.AsSpan(feature * _units, _units);
            TensorPrimitives.MultiplyAdd(_hiddenGradient, -rate * value / MathF.Sqrt(_inputSquares[feature] + 1e-6f), row, row);
        }
    }

    private float[] Uniform(long count, float range)
    {
        var values = new float[count];
        for (var i = 0; i < values.Length; i++)
            values[i] = (float)((_random.NextDouble() * 2) - 1) * range;
        return values;
    }
}
