namespace VoiceMed.Auth.Features;

/// <summary>A growing table of feature vectors, one row a frame, kept in one array. Not thread-safe.</summary>
public sealed class FeatureMatrix
{
    private float[] _values;

    /// <summary>Creates an empty table.</summary>
    /// <param name="dimension">Values a row, at least 1.</param>
    /// <param name="capacity">Rows to make room for; adding fewer allocates nothing.</param>
    public FeatureMatrix(int dimension, int capacity = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        Dimension = dimension;
        _values = new float[dimension * Math.Max(capacity, 0)];
    }

    /// <summary>Values a row.</summary>
    public int Dimension { get; }

    /// <summary>Rows in use.</summary>
    public int Rows { get; private set; }

    /// <summary>Row <paramref name="row"/>, writable.</summary>
    public Span<float> this[int row] => _values.AsSpan(row * Dimension, Dimension);

    /// <summary>Adds a row whose content the caller fills in; what it holds before is undefined.</summary>
    public Span<float> AddRow()
    {
        if ((Rows + 1) * Dimension > _values.Length)
        {
            Array.Resize(ref _values, Math.Max(64, 2 * (Rows + 1)) * Dimension);
        }

        return this[Rows++];
    }

    /// <summary>Forgets all rows and keeps the memory.</summary>
    public void Clear() => Rows = 0;
}
