using System.Reflection;
using System.Xml.Linq;

using Xunit;

namespace VoiceMed.Architecture.Tests;

public class DependencyTests
{
    /// <summary>Which of our assemblies each of our assemblies may use.</summary>
    public static TheoryData<string, string, string[]> House => new()
    {
        { "speech", "VoiceMed.Speech", [] },
        { "nlu", "VoiceMed.Nlu", [] },
        { "ledgerclient", "VoiceMed.LedgerClient", [] },
        { "auth", "VoiceMed.Auth", ["VoiceMed.Speech", "VoiceMed.LedgerClient"] },
        { "ledger", "VoiceMed.Ledger", ["VoiceMed.LedgerClient"] },
        {
            "assistant", "VoiceMed.Assistant",
            ["VoiceMed.Speech", "VoiceMed.Nlu", "VoiceMed.Auth", "VoiceMed.Ledger", "VoiceMed.LedgerClient"]
        },
    };

    [Theory]
    [MemberData(nameof(House))]
    public void ProjectReferences_OfEachRoom_PointTheWayTheDesignSays(string folder, string project, string[] allowed)
    {
        var file = Path.Combine(Repository.Root, folder, project + ".csproj");

        var references = XDocument.Load(file).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

        Assert.Empty(references.Except(allowed));
    }

    [Theory]
    [MemberData(nameof(House))]
    public void CompiledReferences_OfEachRoom_PointTheWayTheDesignSays(string folder, string project, string[] allowed)
    {
        Assert.NotEmpty(folder);
        var name = project == "VoiceMed.Assistant" ? "voicemed" : project;

        var references = Assembly.Load(name).GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(reference => reference.StartsWith("VoiceMed.", StringComparison.Ordinal));

        Assert.Empty(references.Except(allowed));
    }

    [Theory]
    [InlineData("speech", "patient", "Patient")]
    [InlineData("nlu", "Microsoft.Data.Sqlite", "Microsoft.AspNetCore")]
    [InlineData("ledgerclient", "Microsoft.Data.Sqlite", "Microsoft.AspNetCore")]
    [InlineData("ledger", "Microsoft.AspNetCore", "VoiceMed.Auth")]
    public void Sources_OfEachRoom_DoNotSpeakOfWhatTheyMustNotKnow(string folder, params string[] foreign)
    {
        var offenders =
            from source in Repository.Sources(folder)
            let code = File.ReadLines(source).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
            from line in code
            from word in foreign
            where line.Contains(word, StringComparison.Ordinal)
            select $"{Path.GetRelativePath(Repository.Root, source)}: {word}";

        Assert.Empty(offenders.Distinct());
    }
}
