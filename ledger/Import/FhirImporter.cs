using System.Text.Json;
using VoiceMed.Ledger.Fhir;
using VoiceMed.Ledger.Fhir.Bundles;
using VoiceMed.Ledger.Fhir.Elements;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Fabric.Clinical;
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
    private readonly IImportStore _store;

    /// <summary>Imports into the embedded ledger.</summary>
    public FhirImporter(EmbeddedLedger ledger)
        : this(new EmbeddedImportStore(ledger ?? throw new ArgumentNullException(nameof(ledger))))
    {
    }

    /// <summary>Imports into a Fabric channel.</summary>
    /// <param name="ledger">The channel.</param>
    /// <param name="time">The clock readings of devices are checked against.</param>
    public FhirImporter(FabricLedger ledger, TimeProvider time)
        : this(new FabricImportStore(ledger ?? throw new ArgumentNullException(nameof(ledger)), time ?? throw new ArgumentNullException(nameof(time))))
    {
    }

    private FhirImporter(IImportStore store) => _store = store;

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
        var hospitals = await _store.GetHospitalsAsync(cancellation).ConfigureAwait(false);
        var references = new ImportReferences(bundle, source, _store, id => hospitals.FirstOrDefault(h => h.Id == id));

        // Patients first: whatever refers to them finds them, in whichever order the source wrote its entries.
        var order = bundle.Entries.Select((entry, index) => (entry, index))
            .OrderBy(e => TypeOf(e.entry.Resource) == "Patient" ? 0 : 1).ToArray();
        var read = new Dictionary<int, (ImportDraft? Draft, ImportItem? Failure)>(order.Length);
        foreach (var (entry, index) in order)
        {
            read[index] = await ReadAsync(entry.Resource, references, cancellation).ConfigureAwait(false);
        }

        if (bundle.IsAtomic)
        {
            return new ImportReport(await TakeWholeAsync(bundle, [.. order.Select(e => e.index)], read, source, cancellation).ConfigureAwait(false))
            {
                Atomic = true,
            };
        }

        var items = new ImportItem[bundle.Entries.Count];
        foreach (var part in order.ToLookup(e => TypeOf(e.entry.Resource) == "Patient").OrderByDescending(static part => part.Key))
        {
            await Parallel.ForEachAsync(
                part, new ParallelOptions { MaxDegreeOfParallelism = _store.MostAtOnce, CancellationToken = cancellation },
                async (e, ending) => items[e.index] = await TakeAsync(e.entry.Resource, read[e.index], source, ending).ConfigureAwait(false))
                .ConfigureAwait(false);
        }

        return new ImportReport(items);
    }

    /// <summary>Takes all entries as one transaction, or none.</summary>
    private async Task<ImportItem[]> TakeWholeAsync(
        FhirBundle bundle, IReadOnlyList<int> order, Dictionary<int, (ImportDraft? Draft, ImportItem? Failure)> read,
        ImportSource source, CancellationToken cancellation)
    {
        if (read.Values.Any(r => r.Failure is not null))
        {
            return [.. bundle.Entries.Select((entry, index) => read[index].Failure ?? NotTaken(entry))];
        }

        var kept = order.Where(index => read[index].Draft is not null).ToArray();
        var refused = -1;
        try
        {
            var outcomes = await _store.AppendAsync([.. kept.Select(index => read[index].Draft!)], source, at => refused = kept[at], cancellation)
                .ConfigureAwait(false);
            var items = bundle.Entries.Select(static entry => NotKept(entry.Resource)).ToArray();
            for (var i = 0; i < kept.Length; i++)
            {
                items[kept[i]] = Taken(bundle.Entries[kept[i]].Resource, read[kept[i]].Draft!, outcomes[i]);
            }

            return items;
        }
        catch (LedgerRejectedException e) when (refused >= 0)
        {
            return [.. bundle.Entries.Select((entry, index) => index == refused ? Refusal(entry.Resource, read[index].Draft, e) : NotTaken(entry))];
        }
    }

    private async Task<ImportItem> TakeAsync(
        FhirNode resource, (ImportDraft? Draft, ImportItem? Failure) read, ImportSource source, CancellationToken cancellation)
    {
        if (read is not { Failure: null, Draft: { } draft })
        {
            return read.Failure ?? NotKept(resource);
        }

        try
        {
            var outcomes = await _store.AppendAsync([draft], source, static _ => { }, cancellation).ConfigureAwait(false);
            return Taken(resource, draft, outcomes[0]);
        }
        catch (LedgerRejectedException e)
        {
            return Refusal(resource, draft, e);
        }
    }

    private static async ValueTask<(ImportDraft? Draft, ImportItem? Failure)> ReadAsync(
        FhirNode resource, ImportReferences references, CancellationToken cancellation)
    {
        try
        {
            if (FhirReader.IsSupporting(resource.ResourceType))
            {
                return (null, null);
            }

            if (resource.ResourceType == "AuditEvent")
            {
                throw resource.Error("resourceType", FhirIssueCode.NotSupported, "is written by the ledger itself.");
            }

            await references.PrepareAsync(resource, cancellation).ConfigureAwait(false);
            var content = FhirReader.Read(resource, references);
            return content is { Record: DocumentInfo, Bytes: null }
                ? throw resource.Error("content", FhirIssueCode.Required, "leads to no bytes; put them into the attachment or send the Binary along.")
                : (new ImportDraft(content, references.SourceKey(resource), content.Record is Patient ? references.KeysOf(resource) : []), null);
        }
        catch (FhirFormatException e)
        {
            return (null, Failure(TypeOf(resource), e));
        }
    }

    private static ImportItem Taken(FhirNode resource, ImportDraft draft, ImportOutcome outcome) =>
        new(resource.Path, resource.ResourceType, outcome, draft.Content.Record.Id);

    private static ImportItem NotKept(FhirNode resource) => new(resource.Path, resource.ResourceType, ImportOutcome.NotKept);

    private static ImportItem Refusal(FhirNode resource, ImportDraft? draft, LedgerRejectedException error) =>
        new(resource.Path, resource.ResourceType, ImportOutcome.Failed, draft?.Content.Record.Id, error.Code, error.Message);

    private static string? TypeOf(FhirNode resource) =>
        resource.Value.TryGetProperty("resourceType", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null;

    private static ImportItem Failure(string? type, FhirFormatException error) =>
        new(error.Path, type, ImportOutcome.Failed, Code: error.Code, Reason: error.Reason);

    private static ImportItem NotTaken(FhirBundleEntry entry) => new(
        entry.Resource.Path, TypeOf(entry.Resource), ImportOutcome.Failed,
        Code: ImportItem.Untaken, Reason: "was not taken, because another entry of the transaction is wrong.");
}
