using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace VoiceMed.Assistant.Demo;

/// <summary>The recorded conversation of one language, read from <c>demo/script.yaml</c>.</summary>
public sealed class DemoScript
{
    /// <summary>Where it takes place.</summary>
    public required DemoBed Bed { get; init; }

    /// <summary>The digits the recorded doctor says; a live challenge draws its digits at random.</summary>
    public required string Digits { get; init; }

    /// <summary>The doctors to enrol from their recorded phrases.</summary>
    public required IReadOnlyList<string> Doctors { get; init; }

    /// <summary>The turns, in order.</summary>
    public required IReadOnlyList<DemoTurn> Turns { get; init; }

    /// <summary>Reads the script.</summary>
    /// <param name="file">The file's path.</param>
    /// <param name="language"><c>ru</c> or <c>en</c>.</param>
    /// <exception cref="InvalidDataException">The file is damaged; the message says where.</exception>
    public static DemoScript Load(string file, string language)
    {
        using var reader = File.OpenText(file);
        try
        {
            var scripts = new DeserializerBuilder()
                .WithNamingConvention(CamelCaseNamingConvention.Instance)
                .WithDuplicateKeyChecking()
                .WithEnforceRequiredMembers()
                .WithTypeMapping<IReadOnlyList<string>, List<string>>()
                .WithTypeMapping<IReadOnlyList<DemoTurn>, List<DemoTurn>>()
                .Build()
                .Deserialize<Dictionary<string, DemoScript>>(reader);
            return scripts.TryGetValue(language, out var script)
                ? script
                : throw new InvalidDataException($"{file}: there is no conversation in '{language}'.");
        }
        catch (YamlException e)
        {
            throw new InvalidDataException($"{file}:{e.Start.Line}:{e.Start.Column}: script: {e.InnerException?.Message ?? e.Message}", e);
        }
    }
}
