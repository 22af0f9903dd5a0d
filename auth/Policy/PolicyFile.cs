using VoiceMed.Auth.Trust;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace VoiceMed.Auth.Policy;

/// <summary>
/// Reads a policy file: strict YAML, in which an unknown key, a missing key or a value out of range is an error with its place. The
/// schema for editors is <c>policy.schema.json</c>.
/// </summary>
public static class PolicyFile
{
    /// <summary>File name of the policy that comes with the program, beside its assemblies.</summary>
    public const string DefaultFileName = "policy.yaml";

    private const int MaxBytes = 1 << 20;
    private static readonly string[] FactorNames = [.. Enum.GetNames<SecondFactor>().Select(n => n.ToLowerInvariant())];

    /// <summary>Loads the policy that comes with the program.</summary>
    /// <exception cref="PolicyException">It is damaged or missing.</exception>
    public static AccessPolicy LoadDefault() => Load(Path.Combine(AppContext.BaseDirectory, DefaultFileName));

    /// <summary>Loads a policy.</summary>
    /// <exception cref="PolicyException">It cannot be read or has errors; all of them are named.</exception>
    public static AccessPolicy Load(string path)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            return bytes.Length > MaxBytes
                ? throw new PolicyException([$"{path}: larger than {MaxBytes >> 20} MB: not a policy file"])
                : Parse(new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PolicyException([$"{path}: cannot be read: {e.Message}"]);
        }
        catch (System.Text.DecoderFallbackException)
        {
            throw new PolicyException([$"{path}: is not UTF-8: save it as UTF-8"]);
        }
    }

    /// <summary>Parses a policy.</summary>
    /// <param name="yaml">The text.</param>
    /// <param name="path">What the errors call it.</param>
    /// <exception cref="PolicyException">It has errors; all of them are named.</exception>
    public static AccessPolicy Parse(string yaml, string path)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException e)
        {
            throw new PolicyException([$"{path}:{e.Start.Line}:{e.Start.Column}: {e.Message}"]);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // The reader's own complaint about some malformed documents, without a place.
            throw new PolicyException([$"{path}:1:1: the YAML is malformed: {e.Message}"]);
        }

        if (stream.Documents.Count != 1)
        {
            throw new PolicyException([$"{path}:1:1: one YAML document is expected, there are {stream.Documents.Count}"]);
        }

        var errors = new PolicyErrors(path);
        var root = new PolicyNode(stream.Documents[0].RootNode, "policy", errors);
        root.Only("version", "trust", "challenge", "lockout", "sensitivity");
        if (root.Number("version", 1, 1, double.NaN) is double.NaN)
        {
            root.Missing("version");
        }

        var policy = new AccessPolicy
        {
            Trust = ReadTrust(root.Child("trust")),
            Challenge = ReadChallenge(root.Child("challenge")),
            Lockout = ReadLockout(root.Child("lockout")),
            Sensitivities = ReadSensitivities(root),
        };
        errors.ThrowIfAny();
        return policy;
    }

    private static TrustOptions ReadTrust(PolicyNode? node)
    {
        var usual = new TrustOptions();
        if (node is null)
        {
            return usual;
        }

        node.Only(
            "start-with-voice", "start-with-factor", "take-over", "half-life", "largest-fall", "largest-rise",
            "least-voiced-seconds", "full-voiced-seconds", "recognise", "channel-jump", "lost");
        return new TrustOptions
        {
            StartWithVoice = node.Number("start-with-voice", 0.0001, 0.99, usual.StartWithVoice),
            StartWithFactor = node.Number("start-with-factor", 0.0001, 0.99, usual.StartWithFactor),
            TakeOver = node.Number("take-over", 0, 0.5, usual.TakeOver),
            HalfLife = node.Duration("half-life", usual.HalfLife),
            LargestFall = node.Number("largest-fall", 0.5, 20, usual.LargestFall),
            LargestRise = node.Number("largest-rise", 0.5, 20, usual.LargestRise),
            LeastVoicedSeconds = node.Number("least-voiced-seconds", 0.2, 10, usual.LeastVoicedSeconds),
            FullVoicedSeconds = node.Number("full-voiced-seconds", 0.2, 10, usual.FullVoicedSeconds),
            Recognise = node.Number("recognise", 0, 20, usual.Recognise),
            ChannelJump = node.Number("channel-jump", 0, 1, usual.ChannelJump),
            Lost = node.Number("lost", 0, 0.9, usual.Lost),
        };
    }

    private static ChallengeRule ReadChallenge(PolicyNode? node)
    {
        var usual = new ChallengeRule();
        if (node is null)
        {
            return usual;
        }

        node.Only("digits", "time-limit", "floor", "offer-above");
        return new ChallengeRule
        {
            Digits = (int)node.Number("digits", 4, 8, usual.Digits, whole: true),
            TimeLimit = node.Duration("time-limit", usual.TimeLimit),
            Floor = node.Number("floor", -20, 20, usual.Floor),
            OfferAbove = node.Number("offer-above", 0, 1, usual.OfferAbove),
        };
    }

    private static LockoutRule ReadLockout(PolicyNode? node)
    {
        var usual = new LockoutRule();
        if (node is null)
        {
            return usual;
        }

        node.Only("failures", "wait", "factor-after");
        return new LockoutRule
        {
            Failures = (int)node.Number("failures", 1, 100, usual.Failures, whole: true),
            Wait = node.Duration("wait", usual.Wait),
            FactorAfter = (int)node.Number("factor-after", 1, 1000, usual.FactorAfter, whole: true),
        };
    }

    private static Dictionary<Sensitivity, SensitivityRule> ReadSensitivities(PolicyNode root)
    {
        var rules = new Dictionary<Sensitivity, SensitivityRule>
        {
            [Sensitivity.Open] = new() { Trust = 0, Floor = double.NegativeInfinity },
        };
        var node = root.Child("sensitivity");
        if (node is null)
        {
            root.Missing("sensitivity");
            return rules;
        }

        node.Only("normal", "restricted", "very-restricted");
        Read("normal", Sensitivity.Normal);
        Read("restricted", Sensitivity.Restricted);
        Read("very-restricted", Sensitivity.VeryRestricted);
        return rules;

        void Read(string key, Sensitivity sensitivity)
        {
            if (node.Child(key) is not { } rule)
            {
                node.Missing(key);
                return;
            }

            rule.Only("trust", "floor", "factors", "factor-freshness", "roles");
            rules[sensitivity] = new SensitivityRule
            {
                Trust = rule.RequiredNumber("trust", 0, 0.998),
                Floor = rule.RequiredNumber("floor", -20, 20),
                Factors = [.. rule.Names("factors", FactorNames).Select(n => Enum.Parse<SecondFactor>(n, ignoreCase: true))],
                FactorFreshness = rule.Has("factor-freshness") ? rule.Duration("factor-freshness", TimeSpan.Zero) : null,
                Roles = rule.Names("roles", allowed: null),
            };
        }
    }
}
