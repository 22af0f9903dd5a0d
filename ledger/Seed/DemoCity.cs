using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using VoiceMed.Ledger.Governance;
using VoiceMed.Ledger.Resources;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;
using VoiceMed.LedgerClient.Serialization;

namespace VoiceMed.Ledger.Seed;

/// <summary>
/// A small believable city to try things in: three hospitals, their doctors, six patients with visits, documents and measured
/// values. Its data lies in <c>ledger/seed/demo</c>. Seeding twice on one day adds nothing; on a later day it adds that day's
/// measured values. Everything in it is invented.
/// </summary>
public static partial class DemoCity
{
    /// <summary>The name of this city for <c>ledger seed --city</c>.</summary>
    public const string Name = "demo";

    /// <summary>Seeds a ledger.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="clock">Says which day it is: measured values of today are of this day.</param>
    /// <param name="cancellation">Ends the work between two records; seeding again goes on.</param>
    public static async ValueTask<SeedReport> SeedAsync(EmbeddedLedger ledger, TimeProvider clock, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(clock);
        var now = Instant.FromDateTimeOffset(clock.GetUtcNow());
        var city = JsonSerializer.Deserialize<SeedCity>(ReadFile("city.json"), RecordJson.Options)!;
        var hospitals = await AdmitAsync(ledger, city, cancellation).ConfigureAwait(false);
        var accounts = 0;
        foreach (var account in city.Accounts)
        {
            var receipt = await ledger.Accounts.CreateAsync(account.Id, account.Name, account.Role, account.Hospital, cancellation).ConfigureAwait(false);
            accounts += receipt.Duplicate ? 0 : 1;
        }

        var (records, documents) = (0, 0);
        foreach (var file in PatientFiles())
        {
            var content = JsonNode.Parse(ReadFile(file))!.AsObject();
            foreach (var record in content["records"]!.AsArray().Select(static node => node!.AsObject()))
            {
                if (await AppendAsync(ledger, city, (string)content["patient"]!, record, now, cancellation).ConfigureAwait(false))
                {
                    records++;
                    documents += (string?)record["type"] == "document" ? 1 : 0;
                }
            }
        }

        await ResourceSeed.SeedAsync(
            new ResourceRegistry(ledger.Store), [.. city.Hospitals.Select(static hospital => hospital.Id)], ledger.Registry.Current.SigningKeyOf, cancellation)
            .ConfigureAwait(false);
        return new SeedReport(hospitals, accounts, records, documents);
    }

    private static async ValueTask<int> AdmitAsync(EmbeddedLedger ledger, SeedCity city, CancellationToken cancellation)
    {
        var members = ledger.Store.SigningKeys.CouncilMembers;
        var admitted = 0;
        foreach (var hospital in city.Hospitals.Where(hospital => ledger.Registry.Current.Hospitals.All(known => known.Id != hospital.Id)))
        {
            var key = hospital.Id.Value + "/manager-1";
            var state = await ledger.Council.ProposeAdmissionAsync(
                members[0], new Admission(hospital, key, ledger.Store.SigningKeys.Create(key)), cancellation).ConfigureAwait(false);
            foreach (var member in members.Skip(1).TakeWhile(_ => !state.IsAccepted))
            {
                state = await ledger.Council.ApproveAsync(member, state.Proposal.Id, cancellation).ConfigureAwait(false);
            }

            admitted++;
        }

        return admitted;
    }

    private static async ValueTask<bool> AppendAsync(
        EmbeddedLedger ledger, SeedCity city, string patient, JsonObject source, Instant now, CancellationToken cancellation)
    {
        var (record, write) = Prepare(city, patient, source, now);
        if (ledger.Store.Read(reader => reader.FindDelivery(write.Hospital.Value, write.IdempotencyKey)) is not null)
        {
            return false;
        }

        var receipt = record switch
        {
            DocumentInfo document => await ledger.AppendDocumentAsync(document, Content(source), write, cancellation).ConfigureAwait(false),
            Observation observation when source["stream"] is { } stream => await ledger.AppendToStreamAsync(
                observation, (string)stream!, write, cancellation).ConfigureAwait(false),
            _ => await ledger.AppendAsync(record, write, cancellation).ConfigureAwait(false),
        };
        return !receipt.Duplicate;
    }

    private static byte[] Content(JsonObject source) => Encoding.UTF8.GetBytes((string)source["content"]!);

    private static (LedgerRecord Record, WriteContext Write) Prepare(SeedCity city, string patient, JsonObject source, Instant now)
    {
        var writer = new HospitalId((string)(source["writer"] ?? source["hospital"])!);
        var type = (string)source["type"]!;
        var record = new JsonObject { ["type"] = type, ["patient"] = patient };
        foreach (var (name, value) in source.Where(static member => member.Key is not ("type" or "writer" or "content" or "stream")))
        {
            record[name] = value?.DeepClone();
        }

        var day = LocalDatePattern.Iso.Format(now.InUtc().Date);
        if (SeedDates.IsOfToday(record))
        {
            record["id"] = string.Create(CultureInfo.InvariantCulture, $"{(string)record["id"]!}-{day}");
        }

        var key = $"seed/{Name}/{(string)record["id"]!}";
        SeedDates.Resolve(record, now);
        if (type is "visit" or "document")
        {
            var hospital = city.Hospitals.Single(known => known.Id.Value == (string?)record["hospital"]);
            record["hospitalName"] = JsonSerializer.SerializeToNode(hospital.Name, RecordJson.Options);
        }

        if (type == "document")
        {
            record["contentType"] = "text/plain; charset=utf-8";
        }

        return (RecordJson.Decode(Encoding.UTF8.GetBytes(record.ToJsonString())), new WriteContext(writer, key));
    }

    private static IEnumerable<string> PatientFiles() => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(static name => name.StartsWith("seed/demo/patient-", StringComparison.Ordinal))
        .Select(static name => name["seed/demo/".Length..])
        .Order(StringComparer.Ordinal);

    private static byte[] ReadFile(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("seed/demo/" + name)
            ?? throw new InvalidOperationException($"The seed file {name} is not in the assembly.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
