using VoiceMed.Ledger.Fhir;

namespace VoiceMed.Ledger.Import;

/// <summary>Imports files: NDJSON by its ending (<c>.ndjson</c>, <c>.jsonl</c>), everything else as one JSON document. Thread-safe.</summary>
public sealed class FileImporter(FhirImporter importer)
{
    /// <summary>The largest JSON document, in bytes; more than that belongs into NDJSON.</summary>
    public const long LargestDocument = 256L * 1024 * 1024;

    /// <summary>Imports one file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="source">Where it comes from.</param>
    /// <param name="cancellation">Ends the import; what was written stays.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="LedgerClient.Errors.LedgerUnavailableException">The ledger cannot be written to; import the same again later.</exception>
    public async Task<ImportReport> ImportAsync(string path, ImportSource source, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 64 * 1024, useAsync: true);
        await using (file.ConfigureAwait(false))
        {
            if (Path.GetExtension(path).ToLowerInvariant() is ".ndjson" or ".jsonl")
            {
                return await ImportLinesAsync(file, source, cancellation).ConfigureAwait(false);
            }

            if (file.Length > LargestDocument)
            {
                return Refused($"is larger than {LargestDocument} bytes; send NDJSON instead.");
            }

            var bytes = new byte[file.Length];
            await file.ReadExactlyAsync(bytes, cancellation).ConfigureAwait(false);
            return await importer.ImportAsync(bytes, source, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<ImportReport> ImportLinesAsync(Stream file, ImportSource source, CancellationToken cancellation)
    {
        try
        {
            return await importer.ImportLinesAsync(file, source, cancellation).ConfigureAwait(false);
        }
        catch (FhirFormatException e)
        {
            return new ImportReport([new ImportItem(e.Path, null, ImportOutcome.Failed, Code: e.Code, Reason: e.Reason)]);
        }
    }

    private static ImportReport Refused(string reason) =>
        new([new ImportItem("$", null, ImportOutcome.Failed, Code: FhirIssueCode.Structure, Reason: reason)]);
}
