using VoiceMed.Assistant.CommandLine;
using VoiceMed.Assistant.Hosting;
using Xunit;

namespace VoiceMed.Assistant.Tests.Hosting;

public sealed class ConfigFileTests : IDisposable
{
    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("voicemed-config-").FullName, "voicemed.yaml");

    [Fact]
    public void Load_WholeFile_ReadsEveryKey()
    {
        File.WriteAllText(_file, """
            listen: http://127.0.0.1:9090
            languages: [en, ru]
            followUpSeconds: 10
            wakeWords: { en: nurse }
            terminals:
              - { name: ward-3-bed-2, token: 0123456789abcdef, hospital: hospital-1, bed: 3-2 }
            """);

        var config = ConfigFile.Load(_file);

        Assert.Equal("http://127.0.0.1:9090", config.Listen);
        Assert.Equal(["en", "ru"], config.Languages);
        Assert.Equal(10, config.FollowUpSeconds);
        Assert.Equal("nurse", config.WakeWords["en"]);
        Assert.Equal("3-2", Assert.Single(config.Terminals).Bed);
    }

    [Theory]
    [InlineData("listenn: http://127.0.0.1:1", ":1:1: config:")]
    [InlineData("listen: nowhere", "is no address")]
    [InlineData("languages: [de]", "languages must be")]
    [InlineData("ledger: paper", "ledger must be embedded or fabric")]
    [InlineData("terminals: [{ name: a, token: short }]", "at least 16 characters")]
    [InlineData("terminals: [{ name: a, token: 0123456789abcdef }, { name: b, token: 0123456789abcdef }]", "token of its own")]
    [InlineData("listen: [", ":1:")]
    public void Load_Mistake_SaysWhereAndWhat(string yaml, string expected)
    {
        File.WriteAllText(_file, yaml);

        var error = Assert.Throws<CommandException>(() => ConfigFile.Load(_file));

        Assert.StartsWith(_file, error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, error.ExitCode);
    }

    [Fact]
    public void Load_MissingFile_SaysSo() =>
        Assert.Contains("no such configuration file", Assert.Throws<CommandException>(() => ConfigFile.Load(_file)).Message, StringComparison.Ordinal);

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);
}
