namespace VoiceMed.Nlu.Classification;

/// <summary>A sparse vector: indices in ascending order, without repetition, and as many values.</summary>
/// <param name="Indices">Feature indices.</param>
/// <param name="Values">Their weights.</param>
public readonly record struct SparseVector(int[] Indices, float[] Values)
{
    /// <summary>The dot product with <paramref name="other"/>.</summary>
    public float Dot(SparseVector other)
    {
        var sum = 0f;
        int i = 0, j = 0;
        while (i < Indices.Length && j < other.Indices.Length)
        {
            var difference = Indices[i] - other.Indices[j];
            if (difference == 0)
                sum += Values[i++] * other.Values[j++];
            else if (difference < 0)
                i++;
            else
                j++;
        }

        return sum;
    }
}
