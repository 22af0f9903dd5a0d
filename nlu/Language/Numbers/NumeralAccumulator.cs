namespace VoiceMed.Nlu.Language.Numbers;

/// <summary>
/// Adds up the words of one number from the left, refusing a word that cannot continue it: "двадцать пять" goes on with "тысяч" but
/// not with "шесть".
/// </summary>
internal struct NumeralAccumulator
{
    private const long LargestScale = 1_000_000_000_000;

    private long _total;
    private long _group;
    private long _room = 1000;
    private long _scaleLimit = LargestScale;

    public NumeralAccumulator()
    {
    }

    /// <summary>The value of the words so far.</summary>
    public readonly long Value => _total + _group;

    /// <summary>Whether a part below 1000 was read since the last scale word.</summary>
    public readonly bool GroupIsEmpty => _group == 0;

    /// <summary>Adds units, teens, tens or hundreds.</summary>
    public bool TryAdd(long part)
    {
        if (part <= 0 || part >= _room)
            return false;
        _group += part;
        _room = part switch { >= 100 => 100, >= 20 => 10, _ => 1 };
        return true;
    }

    /// <summary>English "hundred" after 1-99 ("nineteen hundred"), or alone after "a".</summary>
    public bool TryMultiplyByHundred()
    {
        if (_group >= 100)
            return false;
        _group = Math.Max(1, _group) * 100;
        _room = 100;
        return true;
    }

    /// <summary>"тысяча", "million": multiplies the group before it.</summary>
    public bool TryScale(long scale)
    {
        if (scale >= _scaleLimit)
            return false;
        _total += Math.Max(1, _group) * scale;
        _group = 0;
        _room = Math.Min(1000, scale);
        _scaleLimit = scale;
        return true;
    }
}
