namespace VoiceMed.Auth.Features;

/// <summary>
/// Turns 16 kHz sound into <see cref="UtteranceFeatures"/>, frame by frame as it arrives: all streams share one power spectrum.
/// <see cref="Accept"/> allocates nothing for utterances up to the capacity given. Not thread-safe; reuse one instance by <see cref="Reset"/>.
/// </summary>
public sealed class FeatureExtractor
{
    private const int DeltaReach = 2;
    private readonly PowerSpectrum _spectrum = new();
    private readonly CepstralTransform[] _transforms;
    private readonly FeatureMatrix[] _static;
    private readonly FeatureMatrix _energies;
    private readonly float[] _power = new float[FrameGrid.Bins];
    private readonly SoundQualityMeter _quality = new();
    private readonly short[] _pending = new short[FrameGrid.WindowLength];
    private int _pendingCount;
    private long _samples;

    /// <summary>Creates an extractor.</summary>
    /// <param name="streams">The model's streams, at least one.</param>
    /// <param name="capacitySeconds">Length of utterance to make room for beforehand. Default 30.</param>
    public FeatureExtractor(IReadOnlyList<CepstralOptions> streams, double capacitySeconds = 30)
    {
        ArgumentNullException.ThrowIfNull(streams);
        ArgumentOutOfRangeException.ThrowIfZero(streams.Count);
        var frames = (int)(capacitySeconds / FrameGrid.StepSeconds);
        _transforms = [.. streams.Select(s => new CepstralTransform(s))];
        _static = [.. streams.Select(s => new FeatureMatrix(s.Coefficients, frames))];
        _energies = new FeatureMatrix(1, frames);
    }

    /// <summary>Takes the next samples, any number of them.</summary>
    public void Accept(ReadOnlySpan<short> samples)
    {
        _samples += samples.Length;
        _quality.Accept(samples);
        while (!samples.IsEmpty)
        {
            var take = Math.Min(samples.Length, _pending.Length - _pendingCount);
            samples[..take].CopyTo(_pending.AsSpan(_pendingCount));
            _pendingCount += take;
            samples = samples[take..];
            if (_pendingCount == _pending.Length)
            {
                AddFrame();
                _pending.AsSpan(FrameGrid.Step).CopyTo(_pending);
                _pendingCount -= FrameGrid.Step;
            }
        }
    }

    /// <summary>Ends the utterance: chooses the voiced frames and adds the derivatives. Call <see cref="Reset"/> before the next one.</summary>
    public UtteranceFeatures Finish() => Finish(_samples);

    /// <summary>
    /// Ends the utterance where it turned out to have ended: sound after that is left out, but for its part in the band limit and in the
    /// share of overdriven samples. Call <see cref="Reset"/> before the next one.
    /// </summary>
    /// <param name="samples">Samples that belong to the utterance; more than were given counts as all.</param>
    public UtteranceFeatures Finish(long samples)
    {
        samples = Math.Min(samples, _samples);
        var frames = (int)Math.Clamp((samples - FrameGrid.WindowLength) / FrameGrid.Step + 1, 0, _energies.Rows);
        frames = samples < FrameGrid.WindowLength ? 0 : frames;
        var energies = frames == 0 ? [] : new float[frames];
        for (var i = 0; i < frames; i++)
        {
            energies[i] = _energies[i][0];
        }

        var voiced = new bool[frames];
        var count = VoicedFrameDetector.Detect(energies, new float[frames], voiced);
        var streams = new FeatureMatrix[_static.Length];
        for (var s = 0; s < streams.Length; s++)
        {
            streams[s] = new FeatureMatrix(2 * _static[s].Dimension, count);
            for (var i = 0; i < frames; i++)
            {
                if (voiced[i])
                {
                    WriteRow(_static[s], frames, i, streams[s].AddRow());
                }
            }
        }

        return new UtteranceFeatures(streams, (double)samples / FrameGrid.SampleRate, _quality.Measure(energies, voiced));
    }

    /// <summary>Forgets the utterance and keeps the memory.</summary>
    public void Reset()
    {
        _pendingCount = 0;
        _samples = 0;
        _energies.Clear();
        _quality.Reset();
        foreach (var matrix in _static)
        {
            matrix.Clear();
        }
    }

    /// <summary>Extracts from a whole utterance at once.</summary>
    public UtteranceFeatures Extract(ReadOnlySpan<short> samples)
    {
        Reset();
        Accept(samples);
        return Finish();
    }

    private void AddFrame()
    {
        _energies.AddRow()[0] = _spectrum.Compute(_pending, _power);
        _quality.AcceptSpectrum(_power);
        for (var s = 0; s < _transforms.Length; s++)
        {
            _transforms[s].Compute(_power, _static[s].AddRow());
        }
    }

    /// <summary>Coefficients and their regression slope over five frames (Furui, 1986).</summary>
    private static void WriteRow(FeatureMatrix source, int frames, int frame, Span<float> row)
    {
        source[frame].CopyTo(row);
        var delta = row[source.Dimension..];
        delta.Clear();
        for (var reach = 1; reach <= DeltaReach; reach++)
        {
            var before = source[Math.Max(frame - reach, 0)];
            var after = source[Math.Min(frame + reach, frames - 1)];
            for (var d = 0; d < delta.Length; d++)
            {
                delta[d] += reach * (after[d] - before[d]) / 10f;
            }
        }
    }
}
