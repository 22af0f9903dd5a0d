using VoiceMed.Assistant.CommandLine;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace VoiceMed.Assistant.Hosting;

/// <summary>Reads <c>voicemed.yaml</c>. Unknown keys and wrong values are errors with file, line and column.</summary>
public static class ConfigFile
{
    /// <summary>Reads the file, or gives the defaults where <paramref name="path"/> is null and no <c>voicemed.yaml</c> lies in the current folder.</summary>
    /// <param name="path">The file, or null for the default place.</param>
    /// <exception cref="CommandException">The file is missing, not YAML, or says something unknown.</exception>
    public static VoiceMedConfig Load(string? path)
    {
        var file = path ?? (File.Exists("voicemed.yaml") ? "voicemed.yaml" : null);
        if (file is null)
        {
            return new VoiceMedConfig();
        }

        if (!File.Exists(file))
        {
            throw new CommandException($"{file}: there is no such configuration file; name another with --config.", ExitCode.Usage);
        }

        try
        {
            using var reader = File.OpenText(file);
            var config = Deserializer().Deserialize<VoiceMedConfig?>(reader) ?? new VoiceMedConfig();
            Check(config, file);
            return config;
        }
        catch (YamlException e)
        {
            throw new CommandException($"{file}:{e.Start.Line}:{e.Start.Column}: config: {e.InnerException?.Message ?? e.Message}", ExitCode.Usage);
        }
    }

    private static IDeserializer Deserializer() => new DeserializerBuilder()
        .WithNamingConvention(CamelCaseNamingConvention.Instance)
        .WithDuplicateKeyChecking()
        .WithEnforceRequiredMembers()
        .WithTypeMapping<IReadOnlyList<string>, List<string>>()
        .WithTypeMapping<IReadOnlyList<TerminalConfig>, List<TerminalConfig>>()
        .WithTypeMapping<IReadOnlyList<ImportConfig>, List<ImportConfig>>()
        .WithTypeMapping<IReadOnlyDictionary<string, string>, Dictionary<string, string>>()
        .Build();

    private static void Check(VoiceMedConfig config, string file)
    {
        foreach (var address in new[] { config.Listen, config.Admin })
        {
            Require(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https",
                file, $"'{address}' is no address; write one like http://127.0.0.1:8080");
        }

        Require(config.Listen.StartsWith("https:", StringComparison.OrdinalIgnoreCase) == config.Tls is not null,
            file, "listen: https://… and tls: with certificate and key go together; give both or neither");
        Require(config.Languages.Count > 0 && config.Languages.All(language => language is "ru" or "en"), file, "languages must be some of ru, en");
        Require(config.Ledger is "embedded" or "fabric", file, $"ledger must be embedded or fabric, not '{config.Ledger}'");
        Require(config.FollowUpSeconds is >= 0 and <= 120, file, "followUpSeconds must lie between 0 and 120");
        Require(config.ServiceHosts.All(host => Uri.CheckHostName(host.Split(':')[0]) != UriHostNameType.Unknown && !host.Contains('/', StringComparison.Ordinal)),
            file, "serviceHosts are names like lab.hospital.example or lab.hospital.example:8443");
        Require(config.Plugins is null || Directory.Exists(config.Plugins), file, $"there is no plug-in folder '{config.Plugins}'");
        if (config.LanguageModel is { } model)
        {
            Require(Uri.TryCreate(model.Endpoint, UriKind.Absolute, out var endpoint) && endpoint.Scheme is "http" or "https" && model.Model.Length > 0,
                file, "languageModel needs an endpoint like http://127.0.0.1:11434/v1 and a model");
            Require(model.TimeoutSeconds is > 0 and <= 30, file, "languageModel.timeoutSeconds must be above 0 and at most 30");
        }

        foreach (var terminal in config.Terminals)
        {
            Require(terminal.Token.Length >= 16, file, $"the token of terminal '{terminal.Name}' must have at least 16 characters");
        }

        Require(config.Terminals.Select(terminal => terminal.Token).Distinct(StringComparer.Ordinal).Count() == config.Terminals.Count,
            file, "every terminal needs a token of its own");
    }

    private static void Require(bool holds, string file, string sentence)
    {
        if (!holds)
        {
            throw new CommandException($"{file}: config: {sentence}.", ExitCode.Usage);
        }
    }
}
