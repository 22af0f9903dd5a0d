using System.Security.Cryptography;
using VoiceMed.Ledger.Fhir.Elements;
using VoiceMed.Ledger.Fhir.Mapping;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Fhir;

/// <summary>Finds a document's bytes, in the attachment or where its address leads, and checks them against what the attachment says.</summary>
internal static class DocumentContentReader
{
    public static FhirContent Read(FhirNode resource, DocumentInfo document, IFhirReferences references)
    {
        var attachment = DocumentReferenceMapping.Attachment(resource);
        var bytes = Inline(attachment) ?? (attachment.OptionalText("url") is { } url ? references.Content(url) : null);
        if (bytes is not { } content)
        {
            return new FhirContent(document, null);
        }

        if (attachment.OptionalNumber("size") is { } size && size != content.Length)
        {
            throw attachment.Error("size", FhirIssueCode.Value, $"says {size} bytes, but the content has {content.Length}.");
        }

        // R4 fixes SHA-1 for the attachment's hash; it only guards against a mix-up on the way, the ledger commits to more.
#pragma warning disable CA5350
        if (attachment.OptionalText("hash") is { } hash && hash != Convert.ToBase64String(SHA1.HashData(content.Span)))
#pragma warning restore CA5350
        {
            throw attachment.Error("hash", FhirIssueCode.Value, "is not the SHA-1 of the content.");
        }

        return new FhirContent(document with { Size = content.Length }, content);
    }

    /// <summary>The bytes written into an element as base64, or null when it is not there.</summary>
    public static ReadOnlyMemory<byte>? Inline(FhirNode holder)
    {
        if (holder.OptionalText("data") is not { } text)
        {
            return null;
        }

        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException e)
        {
            throw holder.Error("data", FhirIssueCode.Value, "is not base64.").WithCause(e);
        }
    }

    private static FhirFormatException WithCause(this FhirFormatException error, Exception cause) => new(error.Path, error.Code, error.Reason, cause);
}
