using System.Diagnostics;
using System.Globalization;
using NodaTime;
using VoiceMed.Ledger.Checkpoints;
using VoiceMed.Ledger.Governance;
using VoiceMed.Ledger.Storage;
using VoiceMed.Ledger.Verification;
using VoiceMed.LedgerClient;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;
using VoiceMed.LedgerClient.Serialization;

namespace VoiceMed.Ledger.Benchmarks;

/// <summary>
/// Measures a ledger of its own, in a folder that is deleted afterwards, through the doors everybody uses: durable appends in
/// groups, doctors' queries with consent, audit and proof, proofs alone, and the audit of the whole file.
/// </summary>
public sealed class LedgerBenchmark
{
    /// <summary>The size of every payload, in bytes of JSON.</summary>
    public const int PayloadBytes = 1024;

    // A patient of a city has on the order of a hundred entries; the number of patients grows with the ledger.
    private const int EntriesPerPatient = 100;
    private const int Kinds = 5;

    /// <summary>SQLite's page cache of each connection, in KiB.</summary>
    public const int CacheKibibytes = 64 * 1024;

    /// <summary>Pages of write-ahead log before they go into the file.</summary>
    public const int LogPages = 16_000;

    /// <summary>How many times each query is asked before it is timed: the first ones compile and open what all later ones use.</summary>
    public const int WarmUp = 200;

    private static readonly HospitalId Hospital = new("hospital-1");

    private static readonly AccessContext Doctor =
        new() { Doctor = new DoctorId("doctor"), Role = "doctor", Hospital = Hospital, Purpose = "TREAT" };

    private static readonly int[] GroupSizes = [1, 10, 100];

    private static readonly long[] LedgerSizes = [10_000, 100_000, 1_000_000];

    private static readonly byte[] Content = new byte[PayloadBytes];

    private readonly LedgerOptions _options;
    private readonly Dictionary<Type, string> _fillers = [];

    /// <summary>Prepares a benchmark in an empty folder.</summary>
    public LedgerBenchmark(string folder) => _options = LedgerOptions.Under(folder) with { CacheKibibytes = CacheKibibytes, LogPages = LogPages };

    /// <summary>Runs it.</summary>
    /// <param name="entries">How many entries the ledger shall have at the end.</param>
    /// <param name="readsPerSize">How many times each query is asked at each size.</param>
    /// <param name="report">Gets each figure as soon as it is measured.</param>
    /// <param name="cancellation">Ends the work.</param>
    public async ValueTask RunAsync(long entries, int readsPerSize, Action<Measurement> report, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(report);
        var ledger = await EmbeddedLedger.OpenAsync(_options, resources: null, cancellation).ConfigureAwait(false);
        await using (ledger.ConfigureAwait(false))
        {
            await FoundAsync(ledger, cancellation).ConfigureAwait(false);
            var next = 0L;
            foreach (var group in GroupSizes)
            {
                var count = Math.Min(entries / 8, 60L * Math.Max(5, group));
                next = await AppendAsync(ledger, next, count, group, report, cancellation).ConfigureAwait(false);
            }

            foreach (var size in LedgerSizes.Where(size => size < entries).Append(entries))
            {
                next = await AppendAsync(ledger, next, size - next, 1000, report, cancellation).ConfigureAwait(false);
                Settle();
                await ReadAsync(ledger, next, readsPerSize, report, cancellation).ConfigureAwait(false);
            }
        }

        var clock = Stopwatch.StartNew();
        var verified = await LedgerVerifier.VerifyAsync(_options, progress: null, cancellation).ConfigureAwait(false);
        report(new Measurement("verify", verified.Entries, verified.Entries / clock.Elapsed.TotalSeconds, null, null)
        {
            Note = verified.IsGood ? "everything holds" : verified.Problems[0].ToString(),
        });
    }

    // A question is not to wait for the gigabytes that the system has still to write of the appends before it.
    private void Settle()
    {
        using var file = File.OpenHandle(_options.File, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        RandomAccess.FlushToDisk(file);
    }

    private static async ValueTask FoundAsync(EmbeddedLedger ledger, CancellationToken cancellation)
    {
        var key = Hospital.Value + "/manager-1";
        var admission = new Admission(
            new Hospital(Hospital, new BilingualText("Больница", "Hospital"), 1, [], ["cardiology"]), key, ledger.Store.SigningKeys.Create(key));
        var members = ledger.Store.SigningKeys.CouncilMembers;
        var state = await ledger.Council.ProposeAdmissionAsync(members[0], admission, cancellation).ConfigureAwait(false);
        await ledger.Council.ApproveAsync(members[1], state.Proposal.Id, cancellation).ConfigureAwait(false);
        await ledger.Accounts.CreateAsync(Doctor.Doctor!.Value, new BilingualText("Врач", "Doctor"), "doctor", Hospital, cancellation).ConfigureAwait(false);
    }

    /// <summary>Appends in groups: each group is sent at once and waited for, as one import of so many records would.</summary>
    private async ValueTask<long> AppendAsync(
        EmbeddedLedger ledger, long next, long count, int group, Action<Measurement> report, CancellationToken cancellation)
    {
        if (count <= 0)
        {
            return next;
        }

        var clock = Stopwatch.StartNew();
        var processor = Environment.CpuUsage.TotalTime;
        var latencies = new List<double>();
        var tasks = new List<Task>(group);
        for (var done = 0L; done < count;)
        {
            cancellation.ThrowIfCancellationRequested();
            tasks.Clear();
            var started = Stopwatch.GetTimestamp();
            for (; tasks.Count < group && done < count; done++)
            {
                var record = Record(next++);
                var write = new WriteContext(Hospital, record.Id);
                tasks.Add(record is DocumentInfo document
                    ? ledger.AppendDocumentAsync(document, Content, write, cancellation).AsTask()
                    : ledger.AppendAsync(record, write, cancellation).AsTask());
            }

            await Task.WhenAll(tasks).ConfigureAwait(false);
            latencies.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        report(Measurement.Of("append", next, latencies, count / clock.Elapsed.TotalSeconds) with
        {
            CpuMilliseconds = CpuSince(processor, count),
            Note = string.Create(CultureInfo.InvariantCulture, $"groups of {group}; latency of a whole group"),
        });
        return next;
    }

    private static async ValueTask ReadAsync(
        EmbeddedLedger ledger, long size, int reads, Action<Measurement> report, CancellationToken cancellation)
    {
        var patients = Math.Max(1, size / EntriesPerPatient);
        var random = new Random(7);
        await ledger.Checkpoints.MakeAsync(cancellation).ConfigureAwait(false);
        PatientId Any() => Patient(random.NextInt64(patients));
        await TimeAsync("visits", async () => await ledger.GetHospitalVisitsAsync(Any(), null, null, null, null, Doctor, cancellation).ConfigureAwait(false)).ConfigureAwait(false);
        await TimeAsync("documents", async () => await ledger.GetDocumentsFromHospitalAsync(Hospital, Any(), null, null, null, Doctor, cancellation).ConfigureAwait(false)).ConfigureAwait(false);
        await TimeAsync("vital", async () => await ledger.GetObservationsAsync(Any(), "pulse", null, 1, Doctor, cancellation).ConfigureAwait(false)).ConfigureAwait(false);

        var answers = new List<LedgerAnswer<Observation>>();
        for (var i = 0; i < reads; i++)
        {
            answers.Add(await ledger.GetObservationsAsync(Any(), "pulse", null, 1, Doctor, cancellation).ConfigureAwait(false));
        }

        var entries = answers.Select(answer => ledger.Store.Read(reader => reader.Find(answer.Items[0].Entry!.Chain, answer.Items[0].Entry!.Index)!)).ToList();
        var next = 0;
        await TimeAsync("proof-make", () =>
        {
            ledger.Store.Read(reader => ProofMaker.Make(reader, [entries[next++ % entries.Count]]));
            return ValueTask.CompletedTask;
        }).ConfigureAwait(false);
        next = 0;
        await TimeAsync("proof-verify", () =>
        {
            var verdict = ledger.Verifier.Verify(answers[next++ % answers.Count]);
            return verdict.Verified ? ValueTask.CompletedTask : throw new InvalidOperationException(verdict.Detail);
        }).ConfigureAwait(false);

        async ValueTask TimeAsync(string what, Func<ValueTask> work)
        {
            for (var i = 0; i < Math.Min(WarmUp, reads); i++)
            {
                await work().ConfigureAwait(false);
            }

            // What loading the ledger left behind is not the queries' to clear away.
            GC.Collect();
            var latencies = new List<double>(reads);
            var clock = Stopwatch.StartNew();
            var processor = Environment.CpuUsage.TotalTime;
            for (var i = 0; i < reads; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                var started = Stopwatch.GetTimestamp();
                await work().ConfigureAwait(false);
                latencies.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }

            report(Measurement.Of(what, size, latencies, reads / clock.Elapsed.TotalSeconds) with { CpuMilliseconds = CpuSince(processor, reads) });
        }
    }

    private static double CpuSince(TimeSpan before, long times) => Math.Round((Environment.CpuUsage.TotalTime - before).TotalMilliseconds / times, 4);

    private static PatientId Patient(long number) => new(string.Create(CultureInfo.InvariantCulture, $"bench-{number}"));

    private LedgerRecord Record(long number)
    {
        var bare = Record(number, string.Empty);
        if (!_fillers.TryGetValue(bare.GetType(), out var filler))
        {
            filler = new string('x', PayloadBytes - RecordJson.Encode(bare).Length);
            _fillers.Add(bare.GetType(), filler);
        }

        return Record(number, filler);
    }

    /// <summary>The record of a number: the first of each hundred is the patient's own, so every patient is complete.</summary>
    private static LedgerRecord Record(long number, string filler)
    {
        var patient = Patient(number / EntriesPerPatient);
        var id = string.Create(CultureInfo.InvariantCulture, $"bench-{number}");
        var place = (int)(number % EntriesPerPatient);
        var date = new LocalDate(2020, 1, 1).PlusDays(place * 7);
        var time = date.AtMidnight().InUtc().ToInstant();
        var name = new BilingualText("Больница", "Hospital");
        var text = new BilingualText(filler, null);
        return place == 0 ? new Patient { Id = id, Patient = patient, Name = text, BirthDate = date, Ward = Hospital } : (place % Kinds) switch
        {
            0 => new HospitalVisit { Id = id, Patient = patient, Hospital = Hospital, HospitalName = name, Department = "cardiology", Date = date, Reason = text },
            1 => new Medication { Id = id, Patient = patient, Name = name, Dose = text, Start = date, Hospital = Hospital },
            2 => new DocumentInfo { Id = id, Patient = patient, Hospital = Hospital, HospitalName = name, Kind = "ecg", Title = text, Date = date, ContentType = "text/plain" },
            3 => new LabResult { Id = id, Patient = patient, Test = "glucose", TestName = text, Value = 5, Unit = "mmol/L", Time = time, Hospital = Hospital },
            _ => new Observation { Id = id, Patient = patient, Vital = "pulse", Value = 70, Unit = "/min", Time = time, Hospital = Hospital, Device = filler },
        };
    }
}
