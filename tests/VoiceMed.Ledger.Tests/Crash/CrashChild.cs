using System.Globalization;
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
        [.. Enumerable.Range(0, ImportSize).Select(number => string.Create(CultureInfo.InvariantCulture, $"{name}-{number}"))];

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

    private static async Task ImportAsync(EmbeddedLedger ledger, PatientId patient, string name)
    {
        var drafts = ImportKeys(name).Select((key, number) => EntryDraft.Of(Records.Visit(patient, 100 + number), ChainName.Patient(patient), "hospital-1/manager-1") with
        {
            IdempotencyKey = key,
            Source = TemporaryLedger.First.Value,
        }).ToList();
        await ledger.Store.TransactAsync(transaction =>
        {
            drafts.ForEach(draft => transaction.Append(draft));
            return drafts.Count;
        });
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
