using System.Text.RegularExpressions;

using Xunit;

namespace VoiceMed.Architecture.Tests;

public partial class StyleTests
{
    private static readonly string[] Rooms = ["speech", "nlu", "auth", "ledgerclient", "ledger", "assistant"];

    [Fact]
    public void Files_InEveryRoom_HoldOnePublicType()
    {
        var offenders =
            from room in Rooms
            from source in Repository.Sources(room)
            let count = File.ReadLines(source).Count(line => PublicType().IsMatch(line))
            where count > 1
            select $"{Path.GetRelativePath(Repository.Root, source)}: {count} public types";

        Assert.Empty(offenders);
    }

    [Fact]
    public void Files_InEveryRoom_AreNamedAfterTheirPublicType()
    {
        var offenders =
            from room in Rooms
            from source in Repository.Sources(room)
            let type = File.ReadLines(source).Select(line => PublicType().Match(line)).FirstOrDefault(match => match.Success)
            where type is not null
            let file = Path.GetFileName(source)
            where !file.StartsWith(type.Groups["name"].Value + ".", StringComparison.Ordinal)
            select $"{Path.GetRelativePath(Repository.Root, source)}: {type.Groups["name"].Value}";

        Assert.Empty(offenders);
    }

    [Fact]
    public void TestsThatSleep_DoNotExist()
    {
        var offenders =
            from source in Repository.Sources("tests")
            where !source.EndsWith(nameof(StyleTests) + ".cs", StringComparison.Ordinal)
            from line in File.ReadLines(source)
            where line.Contains("Thread.Sleep", StringComparison.Ordinal)
            select $"{Path.GetRelativePath(Repository.Root, source)}: {line.Trim()}";

        Assert.Empty(offenders);
    }

    [GeneratedRegex(@"^public\s+(?:(?:static|sealed|abstract|partial|readonly|unsafe|ref)\s+)*(?:record\s+struct|record\s+class|record|class|struct|interface|enum|delegate\s+\S+)\s+(?<name>\w+)")]
    private static partial Regex PublicType();
}
