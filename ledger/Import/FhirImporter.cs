using System.Text.Json;
using VoiceMed.Ledger.Fhir;
using VoiceMed.Ledger.Fhir.Bundles;
using VoiceMed.Ledger.Fhir.Elements;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Import;

/// <summary>
/// Takes FHIR R4 JSON of a hospital's system into the ledger. Idempotent: a resource is recognised by its identifier (or its id
/// within the source), the same content again changes nothing, other content supersedes the earlier record. Thread-safe.
/// </summary>
/// <remarks>
/// A <c>transaction</c> is one transaction of the ledger: all of it becomes durable at one moment, or, when one entry is wrong or
/// the run is cut short, none. Of any other bundle the good entries are taken, each by itself, and the others reported; a run that
/// was cut short is completed by sending the same again.
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
        _appender = new RecordAppender(ledger);
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
        if (bundle.IsAtomic)
        {
            return new ImportReport(await TakeWholeAsync(bundle, [.. order.Select(e => e.index)], read, references, source, cancellation).ConfigureAwait(false))
            {
                Atomic = true,
            };
        }

        var items = new ImportItem[bundle.Entries.Count];
        foreach (var (entry, index) in order)
        {
            items[index] = await TakeAsync(entry.Resource, read[index], references, source, cancellation).ConfigureAwait(false);
        }

        return new ImportReport(items);
    }

    /// <summary>Takes all entries as one transaction, or none.</summary>
    private async Task<ImportItem[]> TakeWholeAsync(
        FhirBundle bundle, IReadOnlyList<int> order, Dictionary<int, (FhirContent? Content, ImportItem? Failure)> read,
        ImportReferences references, ImportSource source, CancellationToken cancellation)
    {
        if (read.Values.Any(r => r.Failure is not null))
        {
            return [.. bundle.Entries.Select((entry, index) => read[index].Failure ?? NotTaken(entry))];
        }

        var refused = -1;
        try
        {
            return await _ledger.Store.TransactAsync(
                transaction =>
                {
                    var items = new ImportItem[bundle.Entries.Count];
                    foreach (var index in order)
                    {
                        refused = index;
                        items[index] = Append(transaction, bundle.Entries[index].Resource, read[index].Content, references, source);
                    }

                    return items;
                },
                cancellation).ConfigureAwait(false);
        }
        catch (LedgerRejectedException e) when (refused >= 0)
        {
            return [.. bundle.Entries.Select((entry, index) => index == refused ? Refusal(entry.Resource, read[index].Content, e) : NotTaken(entry))];
        }
    }

    private async Task<ImportItem> TakeAsync(
        FhirNode resource, (FhirContent? Content, ImportItem? Failure) read, ImportReferences references, ImportSource source,
        CancellationToken cancellation)
    {
        if (read.Failure is { } failure)
        {
            return failure;
        }

        try
        {
            return await _ledger.Store.TransactAsync(
                transaction => Append(transaction, resource, read.Content, references, source), cancellation).ConfigureAwait(false);
        }
        catch (LedgerRejectedException e)
        {
            return Refusal(resource, read.Content, e);
        }
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

    private ImportItem Append(
        LedgerTransaction transaction, FhirNode resource, FhirContent? content, ImportReferences references, ImportSource source)
    {
        if (content is null)
        {
            return new ImportItem(resource.Path, resource.ResourceType, ImportOutcome.NotKept);
        }

        var keys = content.Record is Patient ? references.KeysOf(resource) : [];
        var outcome = _appender.Append(transaction, content, references.SourceKey(resource), keys, source);
        return new ImportItem(resource.Path, resource.ResourceType, outcome, content.Record.Id);
    }

    private static ImportItem Refusal(FhirNode resource, FhirContent? content, LedgerRejectedException error) =>
        new(resource.Path, resource.ResourceType, ImportOutcome.Failed, content?.Record.Id, error.Code, error.Message);

    private static string? TypeOf(FhirNode resource) =>
        resource.Value.TryGetProperty("resourceType", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null;

    private static ImportItem Failure(string? type, FhirFormatException error) =>
        new(error.Path, type, ImportOutcome.Failed, Code: error.Code, Reason: error.Reason);

    private static ImportItem NotTaken(FhirBundleEntry entry) => new(
        entry.Resource.Path, TypeOf(entry.Resource), ImportOutcome.Failed,
        Code: ImportItem.Untaken, Reason: "was not taken, because another entry of the transaction is wrong.");
}
