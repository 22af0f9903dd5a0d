using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using VoiceMed.Auth.Policy;
using VoiceMed.Auth.Trust;

namespace VoiceMed.Auth.Tests.Policy;

public sealed class PolicyFileTests
{
    private static readonly string Yaml = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, PolicyFile.DefaultFileName));

    [Fact]
    public void LoadDefault_Always_OpensSessionsWithASecondFactor()
    {
        var policy = PolicyFile.LoadDefault();

        foreach (var sensitivity in (Sensitivity[])[Sensitivity.Normal, Sensitivity.Restricted, Sensitivity.VeryRestricted])
        {
            Assert.NotEmpty(policy.Sensitivities[sensitivity].Factors);
            Assert.True(policy.Sensitivities[sensitivity].Trust >= 0.9);
        }

        Assert.Equal(TimeSpan.FromMinutes(5), policy.Sensitivities[Sensitivity.VeryRestricted].FactorFreshness);
    }

    [Theory]
    [InlineData("half-life: 7m", "half-life: soon", "p:10:14: 'half-life' must be a time")]
    [InlineData("digits: 4", "digits: 3", "'digits' must be a whole number from 4 to 8")]
    [InlineData("digits: 4", "digits: 4.5", "'digits' must be a whole number from 4 to 8")]
    [InlineData("failures: 5", "fialures: 5", "'fialures' is not a key of 'lockout'")]
    [InlineData("[challenge, pin, badge]", "[challenge, face]", "'face' is none of challenge, pin, badge")]
    [InlineData("    trust: 0.97\n", "", "'restricted' lacks the key 'trust'")]
    [InlineData("version: 1", "version: 2", "'version' must be")]
    [InlineData("sensitivity:", "sensitivities:", "'policy' lacks the key 'sensitivity'")]
    public void Parse_Error_NamesThePlace(string old, string replacement, string expected)
    {
        var error = Assert.Throws<PolicyException>(() => PolicyFile.Parse(Yaml.Replace(old, replacement, StringComparison.Ordinal), "p"));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.All(error.Errors, e => Assert.Matches(@"^p:\d+:\d+: ", e));
    }

    [Fact]
    public void Parse_SeveralErrors_NamesAllInOrder()
    {
        var broken = Yaml.Replace("digits: 4", "digits: x", StringComparison.Ordinal).Replace("wait: 30s", "wait: 0s", StringComparison.Ordinal);

        var error = Assert.Throws<PolicyException>(() => PolicyFile.Parse(broken, "p"));

        Assert.Equal(2, error.Errors.Count);
        Assert.Contains("digits", error.Errors[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_DamagedText_IsAPolicyOrAPolicyException()
    {
        Prop.ForAll(
            ArbMap.Default.ArbFor<PositiveInt>(),
            ArbMap.Default.ArbFor<NonNull<string>>(),
            (position, insertion) =>
            {
                var at = position.Get * 37 % Yaml.Length;
                var text = Yaml[..at] + insertion.Get + Yaml[Math.Min(at + position.Get % 9, Yaml.Length)..];
                return Record.Exception(() => PolicyFile.Parse(text, "p")) is null or PolicyException;
            }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("")]
    [InlineData("- a")]
    [InlineData("a: b\n---\na: b")]
    [InlineData("a: &x [*x]")]
    [InlineData("\t")]
    public void Parse_NotAPolicy_IsAPolicyException(string yaml) =>
        Assert.Throws<PolicyException>(() => PolicyFile.Parse(yaml, "p"));

    [Fact]
    public void Schema_OfEditors_KnowsEveryKeyOfTheDefault()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "policy.schema.json")));
        var text = schema.RootElement.GetRawText();
        foreach (var line in Yaml.Split('\n').Where(l => l.Contains(':', StringComparison.Ordinal) && !l.StartsWith('#')))
        {
            Assert.Contains($"\"{line.Split(':')[0].Trim()}\"", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Load_MissingFile_NamesIt() =>
        Assert.Contains("no-such.yaml", Assert.Throws<PolicyException>(() => PolicyFile.Load("no-such.yaml")).Message, StringComparison.Ordinal);

    [Fact]
    public void Decide_VeryRestrictedWithAnOldFactor_AsksAgain()
    {
        var policy = PolicyFile.LoadDefault();
        var snapshot = new TrustSnapshot
        {
            Doctor = "a",
            Probability = 0.99,
            LastLogLikelihoodRatio = 4,
            LastVoicedSeconds = 2,
            At = DateTimeOffset.UnixEpoch.AddMinutes(6),
            Factors = new Dictionary<SecondFactor, DateTimeOffset> { [SecondFactor.Pin] = DateTimeOffset.UnixEpoch },
        };

        Assert.Equal(Verdict.Allow, policy.Decide(new AccessRequest(Sensitivity.Restricted, "doctor", snapshot)).Verdict);
        var decision = policy.Decide(new AccessRequest(Sensitivity.VeryRestricted, "doctor", snapshot));
        Assert.Equal((Verdict.Challenge, ReasonCode.FactorNeeded), (decision.Verdict, decision.Reason));
    }

    [Fact]
    public void Decide_TypedCommandWithoutPin_IsNeverAllowed()
    {
        var policy = PolicyFile.LoadDefault();
        var snapshot = new TrustSnapshot { Doctor = "a", Probability = 0.99, LastLogLikelihoodRatio = 4, LastVoicedSeconds = 2 };

        Assert.NotEqual(Verdict.Allow, policy.Decide(new AccessRequest(Sensitivity.Normal, "doctor", snapshot, BySpeech: false)).Verdict);
    }

    [Fact]
    public void Decide_EveryReason_HasWordsInBothLanguages()
    {
        var policy = PolicyFile.LoadDefault();
        var decision = policy.Decide(new AccessRequest(Sensitivity.Normal, null, new TrustSnapshot(), LockedOut: true));

        Assert.Equal(ReasonCode.LockedOut, decision.Reason);
        Assert.Matches("[а-я]", decision.Text("ru"));
        Assert.Matches("[a-z]", decision.Text("en"));
    }
}
