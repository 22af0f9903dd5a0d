using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using VoiceMed.LedgerClient;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Records;
using VoiceMed.LedgerClient.Serialization;

namespace VoiceMed.Ledger.Seed;

/// <content>The same city in a ledger that runs elsewhere.</content>
public static partial class DemoCity
{
    private const int AtOnce = 16;

    /// <summary>Seeds any ledger. Hospitals and accounts are admitted by the engine's own means; a record that is there already stays as it is.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="admit">Admits a hospital; false when it was admitted before.</param>
    /// <param name="openAccount">Opens an account; false when it was there before.</param>
    /// <param name="clock">Says which day it is: measured values of today are of this day.</param>
    /// <param name="cancellation">Ends the work between two records; seeding again goes on.</param>
    public static async ValueTask<SeedReport> SeedAsync(
        IClinicalLedger ledger,
        Func<Hospital, CancellationToken, ValueTask<bool>> admit,
        Func<DemoAccount, CancellationToken, ValueTask<bool>> openAccount,
        TimeProvider clock,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(clock);
        var now = Instant.FromDateTimeOffset(clock.GetUtcNow());
        var city = JsonSerializer.Deserialize<SeedCity>(ReadFile("city.json"), RecordJson.Options)!;
        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
        var (hospitals, accounts, records, documents) = (0, 0, 0, 0);
        await Parallel.ForEachAsync(
            city.Hospitals,
            atOnce,
            async (hospital, ending) => Interlocked.Add(ref hospitals, await admit(hospital, ending).ConfigureAwait(false) ? 1 : 0)).ConfigureAwait(false);
        await Parallel.ForEachAsync(
            city.Accounts.Select(static account => new DemoAccount(account.Id, account.Name, account.Role, account.Hospital)),
            atOnce,
            async (account, ending) => Interlocked.Add(ref accounts, await openAccount(account, ending).ConfigureAwait(false) ? 1 : 0)).ConfigureAwait(false);

        var sources = PatientFiles()
            .Select(static file => JsonNode.Parse(ReadFile(file))!.AsObject())
            .SelectMany(static patient => patient["records"]!.AsArray().Select(record => (Patient: (string)patient["patient"]!, Record: record!.AsObject())))
            .ToLookup(static source => (string?)source.Record["type"] == "patient");

        // A patient has to be known before anything is written about them; after that the order does not matter.
        foreach (var part in new[] { sources[true], sources[false] })
        {
            await Parallel.ForEachAsync(
                part,
                atOnce,
                async (source, ending) =>
                {
                    if (await AppendElsewhereAsync(ledger, city, source.Patient, source.Record, now, ending).ConfigureAwait(false) is { } added)
                    {
                        Interlocked.Increment(ref records);
                        Interlocked.Add(ref documents, added is DocumentInfo ? 1 : 0);
                    }
                }).ConfigureAwait(false);
        }

        return new SeedReport(hospitals, accounts, records, documents);
    }

    private static async ValueTask<LedgerRecord?> AppendElsewhereAsync(
        IClinicalLedger ledger, SeedCity city, string patient, JsonObject source, Instant now, CancellationToken cancellation)
    {
        var (record, write) = Prepare(city, patient, source, now);
        try
        {
            var receipt = record is DocumentInfo document
                ? await ledger.AppendDocumentAsync(document, Content(source), write, cancellation).ConfigureAwait(false)
                : await ledger.AppendAsync(record, write, cancellation).ConfigureAwait(false);
            return receipt.Duplicate ? null : record;
        }
        catch (LedgerRejectedException known) when (known.Code == "idempotency.conflict")
        {
            return null; // seeded at another hour of the day, with that hour's measured values
        }
    }
}
