using System.Globalization;
using System.Text;
using VoiceMed.Ledger.Import;
using VoiceMed.Ledger.Storage;
using VoiceMed.Ledger.Tests.Support;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Ledger.Tests.Crash;

/// <summary>
/// The process that is killed: it appends, imports in groups, makes checkpoints and erases keys as fast as it can, and prints a
/// line only after the ledger has acknowledged.
/// </summary>
internal static class CrashChild
{
    private const int ImportSize = 12;
    private const string Source = "crash";

    public static LedgerOptions Options(string folder) => LedgerOptions.Under(folder) with { RetentionYears = 0, LogPages = 60 };

    public static async Task RunAsync(string folder, int round)
    {
        await using var ledger = await EmbeddedLedger.OpenAsync(Options(folder));
        if (ledger.Registry.Current.Hospitals.Count < 2)
        {
            await ledger.FoundAsync();
        }

        await Task.WhenAll(Enumerable.Range(0, 3).Select(worker => WorkAsync(ledger, $"r{round}w{worker}")));
    }

    /// <summary>The records of one import, which is there whole or not at all.</summary>
    public static IReadOnlyList<string> ImportKeys(string name) =>
        [.. Enumerable.Range(0, ImportSize).Select(number => string.Create(CultureInfo.InvariantCulture, $"fhir|Encounter|{Source}|{name}-{number}|0"))];

    private static async Task WorkAsync(EmbeddedLedger ledger, string name)
    {
        for (var step = 0; ; step++)
        {
            var patient = await ledger.AdmitAsync($"{name}s{step}");
            Say("append", patient.Value);
            for (var i = 0; i < 4; i++)
            {
                var visit = Records.Visit(patient, i);
                await ledger.WriteAsync(visit);
                Say("append", visit.Id);
            }

            var document = Records.Document(patient, $"{patient}-document");
            await ledger.AppendDocumentAsync(document, new byte[5000], new WriteContext(TemporaryLedger.First, document.Id));
            Say("append", document.Id);
            await ImportAsync(ledger, patient, $"{patient}-import");
            if (step % 3 == 1)
            {
                var made = await ledger.Checkpoints.MakeAsync();
                Say("checkpoint", LedgerClient.Proofs.Checkpoint.Parse(made.Text).Size.ToString(CultureInfo.InvariantCulture));
            }

            if (step % 3 == 2)
            {
                await ledger.Erasure.EraseAsync(patient, TemporaryLedger.First, "test");
                Say("erase", patient.Value);
            }
        }
    }

    /// <summary>A hospital's system sends a FHIR transaction: all of it or nothing, whenever the process dies.</summary>
    private static async Task ImportAsync(EmbeddedLedger ledger, PatientId patient, string name)
    {
        var entries = Enumerable.Range(0, ImportSize).Select(number => $$$"""
            {"resource":{"resourceType":"Encounter","id":"{{{name}}}-{{{number}}}","status":"finished","class":{"code":"AMB"},"serviceType":{"text":"cardiology"},
             "subject":{"identifier":{"system":"urn:voicemed:patient","value":"{{{patient}}}"}},"period":{"start":"2026-01-{{{10 + number}}}"},"reasonCode":[{"text":"check-up"}]}}
            """);
        var bundle = $$"""{"resourceType":"Bundle","type":"transaction","entry":[{{string.Join(',', entries)}}]}""";
        var report = await new FhirImporter(ledger).ImportAsync(Encoding.UTF8.GetBytes(bundle), new ImportSource(Source, TemporaryLedger.First));
        if (report.Added != ImportSize)
        {
            throw new InvalidOperationException($"The import failed: {report.Failures.First().Reason}");
        }

        Say("import", name);
    }

    private static void Say(string what, string which)
    {
        lock (Console.Out)
        {
            Console.Out.WriteLine($"{what} {which}");
            Console.Out.Flush();
        }
    }
}
