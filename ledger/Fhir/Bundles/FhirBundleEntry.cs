using VoiceMed.Ledger.Fhir.Elements;

namespace VoiceMed.Ledger.Fhir.Bundles;

/// <summary>One resource of a bundle.</summary>
/// <param name="FullUrl">The address other entries refer to it by, or null.</param>
/// <param name="Resource">The resource.</param>
public sealed record FhirBundleEntry(string? FullUrl, FhirNode Resource)
{
    /// <summary>The addresses that lead here: the full address and <c>Type/id</c>.</summary>
    public IEnumerable<string> Addresses
    {
        get
        {
            if (FullUrl is not null)
            {
                yield return FullUrl;
            }

            if (Resource.OptionalText("id") is { } id)
            {
                yield return $"{Resource.ResourceType}/{id}";
            }
        }
    }
}
