using VoiceMed.Ledger.Fhir.Elements;

namespace VoiceMed.Ledger.Import;

/// <summary>One name a patient goes by: an identifier with its authority, or a resource id with its source.</summary>
/// <param name="System">The assigning authority's system, or the source.</param>
/// <param name="Value">The identifier within it.</param>
internal sealed record IdentityKey(string System, string Value)
{
    /// <summary>The payload of the entry that claims this key for a patient.</summary>
    public string Text => $"{System}|{Value}";

    public static IdentityKey Of(FhirIdentifier identifier) => new(identifier.System, identifier.Value);

    /// <summary>A resource id within a source; the address's last two parts, without a history version.</summary>
    public static IdentityKey? OfAddress(string source, string address)
    {
        var parts = address.Split('/');
        var history = Array.IndexOf(parts, "_history");
        var end = history < 0 ? parts.Length : history;
        return end >= 2 && parts[end - 2] == "Patient" ? new IdentityKey("urn:voicemed:source:" + source, $"Patient/{parts[end - 1]}") : null;
    }

    /// <summary>An identifier in a conditional reference (<c>Patient?identifier=system|value</c>), or null.</summary>
    public static IdentityKey? OfSearch(string address) =>
        address.StartsWith("Patient?identifier=", StringComparison.Ordinal)
        && Uri.UnescapeDataString(address["Patient?identifier=".Length..]).Split('|') is [{ Length: > 0 } system, { Length: > 0 } value]
            ? new IdentityKey(system, value)
            : null;
}
