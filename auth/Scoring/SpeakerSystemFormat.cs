using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using VoiceMed.Auth.Features;

namespace VoiceMed.Auth.Scoring;

/// <summary>
/// The bytes of one trained system, little-endian: "VMSS", format 1, name, weight, relevance, cepstral options, normalisation, mixture,
/// cohort. Cohort means are stored as signed bytes; most are zero, so the file compresses well.
/// </summary>
internal static class SpeakerSystemFormat
{
    private const uint Magic = 0x53534D56; // "VMSS"
    private const int Version = 1;
    private const int MaxCount = 1 << 16;

    public static void Write(Stream stream, GaussianSystemParameters system)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Magic);
        writer.Write(Version);
        writer.Write(system.Name);
        writer.Write(system.Weight);
        writer.Write(system.Relevance);
        writer.Write((int)system.Cepstra.Scale);
        writer.Write(system.Cepstra.LowHz);
        writer.Write(system.Cepstra.HighHz);
        writer.Write(system.Cepstra.Filters);
        writer.Write(system.Cepstra.Coefficients);
        writer.Write(system.Normalisation.PriorFrames);
        Write(writer, system.Normalisation.Mean);
        Write(writer, system.Normalisation.Variance);
        writer.Write(system.Mixture.Components);
        Write(writer, system.Mixture.Weights);
        Write(writer, system.Mixture.Means);
        Write(writer, system.Mixture.Variances);
        writer.Write(system.Cohort.Count);
        foreach (var occupancy in system.Cohort.StoredOccupancies)
        {
            writer.Write(MemoryMarshal.AsBytes(occupancy.AsSpan()));
        }

        foreach (var means in system.Cohort.StoredMeans)
        {
            writer.Write(MemoryMarshal.AsBytes(means.AsSpan()));
        }
    }

    public static GaussianSystemParameters Read(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        if (reader.ReadUInt32() != Magic || reader.ReadInt32() != Version)
        {
            throw new InvalidDataException("a system is not in format 1");
        }

        var name = reader.ReadString();
        var weight = reader.ReadDouble();
        var relevance = reader.ReadSingle();
        var cepstra = new CepstralOptions
        {
            Scale = (FrequencyScale)reader.ReadInt32(),
            LowHz = reader.ReadDouble(),
            HighHz = reader.ReadDouble(),
            Filters = Count(reader),
            Coefficients = Count(reader),
        };
        var priorFrames = reader.ReadSingle();
        var normalisation = new FeatureNormalisation(Floats(reader, cepstra.Dimension), Floats(reader, cepstra.Dimension), priorFrames);
        var components = Count(reader);
        var size = components * cepstra.Dimension;
        var mixture = new GaussianMixture(Floats(reader, components), Floats(reader, size), Floats(reader, size));
        var voices = Count(reader);
        var occupancies = Enumerable.Range(0, voices).Select(_ => Values<ushort>(reader, components)).ToArray();
        var means = Enumerable.Range(0, voices).Select(_ => Values<sbyte>(reader, size)).ToArray();
        return new GaussianSystemParameters(name, weight, relevance, cepstra, normalisation, mixture, new Cohort(means, occupancies));
    }

    private static void Write(BinaryWriter writer, float[] values) => writer.Write(MemoryMarshal.AsBytes(values.AsSpan()));

    private static int Count(BinaryReader reader)
    {
        var count = reader.ReadInt32();
        return count is > 0 and <= MaxCount ? count : throw new InvalidDataException($"a count of {count} is out of range");
    }

    private static float[] Floats(BinaryReader reader, int count)
    {
        var values = Values<float>(reader, count);
        return Array.TrueForAll(values, float.IsFinite) ? values : throw new InvalidDataException("a parameter is not a number");
    }

    private static T[] Values<T>(BinaryReader reader, int count)
        where T : unmanaged
    {
        var values = new T[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
