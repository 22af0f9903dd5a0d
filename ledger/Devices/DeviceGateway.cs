using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using VoiceMed.Ledger.Fhir.Terminology;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Devices;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Devices;

/// <summary>
/// Takes the readings of home devices. A reading is recognised by device, time and kind, however often and in whichever order
/// it is delivered. Each device has parallel stream chains beside the patient's, a new one every month, so that streams never
/// block visits and no chain grows without bound. Thread-safe.
/// </summary>
public sealed class DeviceGateway
{
    /// <summary>The most readings one device may deliver for one month: one a minute and some to spare.</summary>
    public const int MostReadingsAMonth = 50_000;

    // Devices without a battery-backed clock start in the past; a reading from the future would hide all later ones.
    private static readonly Duration ClockAhead = Duration.FromMinutes(10);
    private static readonly Instant Earliest = Instant.FromUtc(2000, 1, 1, 0, 0);

    // A network of peers takes so many transactions at once and refuses the next.
    private const int MostAtOnceElsewhere = 32;

    private readonly int _mostAtOnce;
    private readonly Func<Observation, HospitalId, CancellationToken, ValueTask<AppendReceipt>> _append;
    private readonly EmbeddedLedger? _ledger;

    /// <summary>Appends to the embedded ledger.</summary>
    public DeviceGateway(EmbeddedLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        _ledger = ledger;

        // All at once: the ledger's writer puts them into a few commits instead of one each.
        _mostAtOnce = DeviceBatch.MostReadings;
        _append = (observation, hospital, cancellation) =>
            ledger.Store.TransactAsync(transaction => Append(transaction, observation, hospital), cancellation);
    }

    /// <summary>
    /// Appends to a ledger that runs elsewhere. There each reading stands under a key of its own, so that streams never block visits;
    /// how many a device delivered in a month is not counted.
    /// </summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="time">The clock readings are checked against.</param>
    public DeviceGateway(IClinicalLedger ledger, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(time);
        _mostAtOnce = MostAtOnceElsewhere;
        _append = (observation, hospital, cancellation) =>
        {
            var reading = Normalise(observation, Instant.FromDateTimeOffset(time.GetUtcNow()));
            return ledger.AppendAsync(reading, new WriteContext(hospital, KeyOf(reading)), cancellation);
        };
    }

    /// <summary>Appends a batch; each reading by itself, so that one bad reading does not hold up the others.</summary>
    /// <param name="batch">The readings.</param>
    /// <param name="hospital">The hospital that looks after the device and signs.</param>
    /// <param name="cancellation">Ends the wait; what was appended stays, and is recognised when sent again.</param>
    /// <returns>One outcome a reading, in the batch's order.</returns>
    /// <exception cref="LedgerRejectedException">The whole batch is refused: <c>device.batch</c>, <c>patient.unknown</c>, <c>patient.erased</c>.</exception>
    public async Task<IReadOnlyList<ReadingOutcome>> AppendAsync(DeviceBatch batch, HospitalId hospital, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (string.IsNullOrWhiteSpace(batch.Device) || batch.Device.Length > 128 || batch.Readings is not { Count: > 0 and <= DeviceBatch.MostReadings })
        {
            throw new LedgerRejectedException(
                "device.batch", $"A batch names its device in 1 to 128 characters and has 1 to {DeviceBatch.MostReadings} readings.");
        }

        var outcomes = new ReadingOutcome[batch.Readings.Count];
        await Parallel.ForAsync(
            0, outcomes.Length, new ParallelOptions { MaxDegreeOfParallelism = _mostAtOnce, CancellationToken = cancellation },
            async (index, ending) => outcomes[index] = await AppendOneAsync(batch, batch.Readings[index], index, hospital, ending).ConfigureAwait(false))
            .ConfigureAwait(false);
        return outcomes;
    }

    /// <summary>Appends one observation of a device, for example from FHIR.</summary>
    /// <param name="observation">The observation; its device must be named.</param>
    /// <param name="hospital">The hospital that looks after the device and signs.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="LedgerRejectedException">It is refused; the code says why.</exception>
    public ValueTask<AppendReceipt> AppendAsync(Observation observation, HospitalId hospital, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(observation);
        return _append(observation, hospital, cancellation);
    }

    /// <summary>As <see cref="AppendAsync(Observation, HospitalId, CancellationToken)"/>, within a step that appends more.</summary>
    internal AppendReceipt Append(LedgerTransaction transaction, Observation observation, HospitalId hospital)
    {
        var reading = Normalise(observation, transaction.Now);
        var stream = StreamOf(transaction, reading.Device!, reading.Time);
        if (transaction.Length(ChainName.Stream(reading.Patient, stream)) >= MostReadingsAMonth)
        {
            throw new LedgerRejectedException("device.flood", $"The device has delivered {MostReadingsAMonth} readings for this month.");
        }

        return _ledger!.AppendToStream(transaction, reading, stream, new WriteContext(hospital, KeyOf(reading)));
    }

    /// <summary>The same reading may come once as FHIR and once in a batch: it has to be the same record, digit by digit.</summary>
    /// <exception cref="LedgerRejectedException">The device's clock is wrong: code <c>device.clock</c>.</exception>
    internal static Observation Normalise(Observation observation, Instant now)
    {
        var device = observation.Device ?? throw new ArgumentException("A stream's observation names its device.", nameof(observation));
        if (observation.Time > now + ClockAhead || observation.Time < Earliest)
        {
            throw new LedgerRejectedException("device.clock", "The device's clock is wrong: the reading lies in the future or before the year 2000.");
        }

        return observation with
        {
            Id = IdOf(device, observation.Time, observation.Vital),
            Value = Plain(observation.Value),
            SecondValue = observation.SecondValue is { } second ? Plain(second) : null,
        };
    }

    /// <summary>What a second delivery of a reading is recognised by.</summary>
    internal static string KeyOf(Observation reading) => "device|" + reading.Id;

    /// <summary>The record a reading becomes.</summary>
    /// <exception cref="LedgerRejectedException">It cannot be: <c>reading.kind</c>, <c>reading.unit</c>, <c>reading.value</c>.</exception>
    public static Observation Observe(DeviceBatch batch, DeviceReading reading)
    {
        ArgumentNullException.ThrowIfNull(batch);
        ArgumentNullException.ThrowIfNull(reading);
        var vital = VitalCodes.ByName(reading.Kind)
            ?? throw new LedgerRejectedException("reading.kind", $"The kind must be one of {string.Join(", ", VitalCodes.All.Select(v => v.Vital))}.");
        var pressure = vital.Vital == VitalCodes.BloodPressure;
        if (pressure != reading.SecondValue is not null)
        {
            throw new LedgerRejectedException("reading.value", "Blood pressure has two values, every other vital sign has one.");
        }

        return new Observation
        {
            Id = IdOf(batch.Device, reading.Time, vital.Vital),
            Patient = batch.Patient,
            Vital = vital.Vital,
            Value = Convert(vital, reading.Value, reading.Unit),
            SecondValue = reading.SecondValue is { } second ? Convert(vital, second, reading.Unit) : null,
            Unit = vital.Unit,
            Time = reading.Time,
            Device = batch.Device,
        };
    }

    private async Task<ReadingOutcome> AppendOneAsync(
        DeviceBatch batch, DeviceReading reading, int index, HospitalId hospital, CancellationToken cancellation)
    {
        try
        {
            var receipt = await AppendAsync(Observe(batch, reading), hospital, cancellation).ConfigureAwait(false);
            return new ReadingOutcome(index, receipt.Duplicate ? "duplicate" : "added");
        }
        catch (LedgerRejectedException e) when (!e.Code.StartsWith("patient.", StringComparison.Ordinal) && !e.Code.StartsWith("hospital.", StringComparison.Ordinal))
        {
            return new ReadingOutcome(index, "refused", e.Code == "idempotency.conflict" ? "reading.conflict" : e.Code);
        }
    }

    private static decimal Convert(VitalCode vital, decimal value, string? unit)
    {
        var kept = unit is null ? value : vital.Convert(value, unit)
            ?? throw new LedgerRejectedException("reading.unit", $"The unit of {vital.Vital} must be {vital.Unit} or one that converts into it.");
        return vital.IsPlausible(kept)
            ? kept
            : throw new LedgerRejectedException("reading.value", $"{vital.Vital} must lie between {vital.Minimum} and {vital.Maximum} {vital.Unit}.");
    }

    private static string IdOf(string device, Instant time, string vital) =>
        "reading-" + Digest($"{device}|{time.ToUnixTimeTicks().ToString(CultureInfo.InvariantCulture)}|{vital}");

    // A chain's name is readable without any key; a device's serial number is not meant to be.
    private static string StreamOf(LedgerReader reader, string device, Instant time) => string.Create(
        CultureInfo.InvariantCulture,
        $"{System.Convert.ToHexStringLower(reader.DeliveryTag("stream", device))[..16]}-{time.InUtc().Year:0000}{time.InUtc().Month:00}");

    // 36.60 and 36.6 are one value and have to be written as one.
    private static decimal Plain(decimal value) => value / 1.0000000000000000000000000000m;

    private static string Digest(string text) => System.Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
