using System.Text.Json;
using VoiceMed.Ledger.Fhir;
using VoiceMed.Ledger.Fhir.Bundles;
using VoiceMed.Ledger.Fhir.Elements;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Import;

/// <summary>
/// Takes FHIR R4 JSON of a hospital's system into the ledger. Idempotent: a resource is recognised by its identifier (or its id
/// within the source), the same content again changes nothing, other content supersedes the earlier record. Thread-safe.
/// </summary>
/// <remarks>
/// Entries of a <c>transaction</c> are all read before the first is written, and none is written when one is wrong. Of any
/// other bundle the good entries are taken and the others reported. A run that was cut short is completed by sending the same
/// again.
/// </remarks>
public sealed class FhirImporter
{
    private readonly EmbeddedLedger _ledger;
    private readonly PatientIdentities _identities;
    private readonly RecordAppender _appender;

    /// <summary>Imports into a ledger.</summary>
    public FhirImporter(EmbeddedLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        _ledger = ledger;
        _identities = new PatientIdentities(ledger.Store);
        _appender = new RecordAppender(ledger, _identities);
    }

    /// <summary>Imports a Bundle or a single resource.</summary>
    /// <param name="utf8">The JSON text.</param>
    /// <param name="source">Where it comes from.</param>
    /// <param name="cancellation">Ends the import; what was written stays.</param>
    /// <returns>What became of each resource. Nothing that is wrong with the content is an exception.</returns>
    /// <exception cref="LedgerUnavailableException">The ledger cannot be written to; send the same again later.</exception>
    public async Task<ImportReport> ImportAsync(ReadOnlyMemory<byte> utf8, ImportSource source, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        try
        {
            using var document = FhirReader.Parse(utf8);
            return await ImportAsync(document, "$", source, cancellation).ConfigureAwait(false);
        }
        catch (FhirFormatException e)
        {
            return new ImportReport([Failure(null, e)]);
        }
    }

    /// <summary>Imports NDJSON (FHIR bulk data): one resource a line.</summary>
    /// <inheritdoc cref="ImportAsync(ReadOnlyMemory{byte}, ImportSource, CancellationToken)"/>
    /// <param name="stream">The lines, UTF-8.</param>
    /// <param name="source">Where they come from.</param>
    /// <param name="cancellation">Ends the import; what was written stays.</param>
    public async Task<ImportReport> ImportLinesAsync(Stream stream, ImportSource source, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        var items = new List<ImportItem>();
        var number = 0;
        await foreach (var line in NdjsonLines.ReadAsync(stream, cancellation).ConfigureAwait(false))
        {
            number++;
            if (line.Length == 0)
            {
                continue;
            }

            try
            {
                using var document = FhirReader.Parse(line);
                items.AddRange((await ImportAsync(document, $"line {number}: $", source, cancellation).ConfigureAwait(false)).Items);
            }
            catch (FhirFormatException e)
            {
                items.Add(Failure(null, new FhirFormatException($"line {number}: {e.Path}", e.Code, e.Reason)));
            }
        }

        return new ImportReport(items);
    }

    private async Task<ImportReport> ImportAsync(JsonDocument document, string path, ImportSource source, CancellationToken cancellation)
    {
        var bundle = FhirBundle.Read(document.RootElement, path);
        var references = new ImportReferences(
            bundle, source, _identities, id => _ledger.Registry.Current.Hospitals.FirstOrDefault(h => h.Id == id));

        // Patients first: whatever refers to them finds them, in whichever order the source wrote its entries.
        var order = bundle.Entries.Select((entry, index) => (entry, index))
            .OrderBy(e => TypeOf(e.entry.Resource) == "Patient" ? 0 : 1).ToArray();
        var read = order.ToDictionary(e => e.index, e => Read(e.entry.Resource, references));
        if (bundle.IsAtomic && read.Values.Any(r => r.Failure is not null))
        {
            return new ImportReport(bundle.Entries.Select((entry, index) => read[index].Failure ?? NotTaken(entry)).ToArray());
        }

        var items = new ImportItem[bundle.Entries.Count];
        foreach (var (entry, index) in order)
        {
            items[index] = read[index] switch
            {
                { Failure: { } failure } => failure,
                { Content: { } content } => await AppendAsync(entry.Resource, content, references, source, cancellation).ConfigureAwait(false),
                _ => new ImportItem(entry.Resource.Path, entry.Resource.ResourceType, ImportOutcome.NotKept),
            };
        }

        return new ImportReport(items);
    }

    private static (FhirContent? Content, ImportItem? Failure) Read(FhirNode resource, ImportReferences references)
    {
        try
        {
            if (FhirReader.IsSupporting(resource.ResourceType))
            {
                return (null, null);
            }

            var content = FhirReader.Read(resource, references);
            return content.Record switch
            {
                AccessRecord => throw resource.Error("resourceType", FhirIssueCode.NotSupported, "is written by the ledger itself."),
                DocumentInfo when content.Bytes is null =>
                    throw resource.Error("content", FhirIssueCode.Required, "leads to no bytes; put them into the attachment or send the Binary along."),
                _ => (content, null),
            };
        }
        catch (FhirFormatException e)
        {
            return (null, Failure(TypeOf(resource), e));
        }
    }

    private async Task<ImportItem> AppendAsync(
        FhirNode resource, FhirContent content, ImportReferences references, ImportSource source, CancellationToken cancellation)
    {
        try
        {
            var keys = content.Record is Patient ? references.KeysOf(resource) : [];
            var outcome = await _appender.AppendAsync(content, references.SourceKey(resource), keys, source, cancellation).ConfigureAwait(false);
            return new ImportItem(resource.Path, resource.ResourceType, outcome, content.Record.Id);
        }
        catch (LedgerRejectedException e)
        {
            return new ImportItem(resource.Path, resource.ResourceType, ImportOutcome.Failed, content.Record.Id, e.Code, e.Message);
        }
    }

    private static string? TypeOf(FhirNode resource) =>
        resource.Value.TryGetProperty("resourceType", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null;

    private static ImportItem Failure(string? type, FhirFormatException error) =>
        new(error.Path, type, ImportOutcome.Failed, Code: error.Code, Reason: error.Reason);

    private static ImportItem NotTaken(FhirBundleEntry entry) => new(
        entry.Resource.Path, TypeOf(entry.Resource), ImportOutcome.Failed,
        Code: "transaction", Reason: "was not taken, because another entry of the transaction is wrong.");
}
