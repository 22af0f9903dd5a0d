using System.Text.Json.Nodes;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Fhir.Elements;

/// <summary>
/// A text in Russian and English as FHIR writes it: one language in the element, the other in HL7's <c>translation</c>
/// extension, and HL7's <c>language</c> extension saying which is which.
/// </summary>
public static class FhirText
{
    /// <summary>Writes the text under <paramref name="name"/>; nothing when both languages are blank.</summary>
    public static void Write(JsonObject target, string name, BilingualText text)
    {
        var (language, value, other) = string.IsNullOrWhiteSpace(text.Ru) ? ("en", text.En, null) : ("ru", text.Ru, text.En);
        if (string.IsNullOrWhiteSpace(value))
        {
            return;
        }

        var extensions = new JsonArray(LanguageOf(language));
        if (!string.IsNullOrWhiteSpace(other))
        {
            extensions.Add((JsonNode)new JsonObject
            {
                ["url"] = FhirSystems.TranslationExtension,
                ["extension"] = new JsonArray(
                    new JsonObject { ["url"] = "lang", ["valueCode"] = "en" },
                    new JsonObject { ["url"] = "content", ["valueString"] = other }),
            });
        }

        target[name] = value;
        target["_" + name] = new JsonObject { ["extension"] = extensions };
    }

    /// <summary>HL7's <c>language</c> extension.</summary>
    public static JsonObject LanguageOf(string language) =>
        new() { ["url"] = FhirSystems.LanguageExtension, ["valueCode"] = language };

    /// <summary>Reads the text under <paramref name="name"/>, or null when it is not there.</summary>
    public static BilingualText? Read(FhirNode node, string name)
    {
        if (node.OptionalText(name) is not { } value)
        {
            return null;
        }

        var extensions = node.Optional("_" + name)?.List("extension") ?? [];
        var text = BilingualText.Of(value, Language(value, extensions));
        foreach (var translation in extensions.Where(e => e.OptionalText("url") == FhirSystems.TranslationExtension))
        {
            var parts = translation.List("extension");
            var language = Part(parts, "lang")?.OptionalText("valueCode");
            var content = Part(parts, "content")?.OptionalText("valueString");
            text = language switch
            {
                _ when content is null => text,
                _ when language?.StartsWith("ru", StringComparison.OrdinalIgnoreCase) == true => text with { Ru = text.Ru ?? content },
                _ when language?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true => text with { En = text.En ?? content },
                _ => text,
            };
        }

        return text;
    }

    /// <summary>The language a text is in: as its extension says, else by its script.</summary>
    /// <returns>"ru" or "en".</returns>
    public static string Language(string value, IReadOnlyList<FhirNode> extensions)
    {
        var stated = extensions.Where(e => e.OptionalText("url") == FhirSystems.LanguageExtension)
            .Select(e => e.OptionalText("valueCode")).FirstOrDefault();
        if (stated is not null)
        {
            return stated.StartsWith("ru", StringComparison.OrdinalIgnoreCase) ? "ru" : "en";
        }

        return value.AsSpan().IndexOfAnyInRange('А', 'ё') >= 0 ? "ru" : "en";
    }

    private static FhirNode? Part(IReadOnlyList<FhirNode> parts, string url)
    {
        foreach (var part in parts)
        {
            if (part.OptionalText("url") == url)
            {
                return part;
            }
        }

        return null;
    }
}
