using VoiceMed.LedgerClient.Records;
using YamlDotNet.Serialization;

namespace VoiceMed.Assistant.Wording;

/// <summary>
/// What the assistant itself says, in both languages, read from <c>Wording/phrases.yaml</c>: reasons, operations and record
/// kinds in words. What intents say stands in their packs. Immutable and thread-safe.
/// </summary>
public sealed class Phrasebook
{
    private readonly IReadOnlyDictionary<string, Dictionary<string, string>> _phrases;

    private Phrasebook(IReadOnlyDictionary<string, Dictionary<string, string>> phrases) => _phrases = phrases;

    /// <summary>Reads the phrases that come with the program.</summary>
    /// <exception cref="InvalidOperationException">The file is missing or a phrase lacks a language.</exception>
    public static Phrasebook Load()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Wording", "phrases.yaml");
        using var reader = File.OpenText(file);
        var phrases = new DeserializerBuilder().WithDuplicateKeyChecking().Build()
            .Deserialize<Dictionary<string, Dictionary<string, string>>>(reader);
        foreach (var (key, languages) in phrases)
        {
            if (!languages.ContainsKey("ru") || !languages.ContainsKey("en"))
            {
                throw new InvalidOperationException($"{file}: '{key}' must be worded in ru and en.");
            }
        }

        return new Phrasebook(phrases);
    }

    /// <summary>A phrase, with <c>{0}</c>, <c>{1}</c> … filled in; the key itself when there is no such phrase.</summary>
    /// <param name="key">The phrase's key, for example <c>say.locked</c>.</param>
    /// <param name="language"><c>ru</c> or <c>en</c>.</param>
    /// <param name="values">What to fill in.</param>
    public string Say(string key, string language, params object?[] values) =>
        _phrases.TryGetValue(key, out var languages) ? string.Format(languages[language == "ru" ? "ru" : "en"], values) : key;

    /// <summary>Whether the phrase exists.</summary>
    public bool Has(string key) => _phrases.ContainsKey(key);

    /// <summary>An operation or intent in words: "посещения" for <c>getHospitalVisits</c>.</summary>
    public string Operation(string operation, string language)
    {
        ArgumentException.ThrowIfNullOrEmpty(operation);
        var key = "operation." + char.ToLowerInvariant(operation[0]) + operation[1..];
        return Has(key) ? Say(key, language) : operation;
    }

    /// <summary>A unit of UCUM as people write it: "мм рт. ст." for <c>mm[Hg]</c>; unknown units as they are.</summary>
    public string Unit(string unit, string language) => Has("unit." + unit) ? Say("unit." + unit, language) : unit;

    /// <summary>A reason code in words, looked up by its longest known beginning: <c>consent.permit:c-12</c> as <c>consent.permit</c>.</summary>
    public string Reason(string code, string language)
    {
        ArgumentNullException.ThrowIfNull(code);
        for (var part = code.Split(':')[0]; part.Length > 0; part = part.LastIndexOf('.') is var dot and > 0 ? part[..dot] : string.Empty)
        {
            if (Has("reason." + part))
            {
                return Say("reason." + part, language);
            }
        }

        return code;
    }

    /// <summary>Whom a consent speaks of, in words.</summary>
    public string Grantee(Consent consent, string language)
    {
        ArgumentNullException.ThrowIfNull(consent);
        return consent.GranteeKind == GranteeKind.Anyone
            ? Say("grantee.anyone", language)
            : Say("grantee." + consent.GranteeKind.ToString().ToLowerInvariant(), language, consent.Grantee);
    }

    /// <summary>Record kinds in words.</summary>
    public string RecordKinds(IReadOnlyList<string> kinds, string language) =>
        string.Join(", ", kinds.Select(kind => Say("kind." + (kind == "*" ? "all" : kind), language)));
}
