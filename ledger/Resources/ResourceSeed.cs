using NodaTime;
using VoiceMed.Ledger.Resources.Events;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Resources;

/// <summary>The demo city's resources: a package of each verdict, stocks above and below their minimum, an open procurement.</summary>
public static class ResourceSeed
{
    /// <summary>A genuine package: insulin, serial number <c>INS-0001</c>.</summary>
    public const string Genuine = "(01)04600000000015(21)INS-0001(10)2406A(17)291231";

    /// <summary>A package that has been used: insulin, serial number <c>INS-0002</c>.</summary>
    public const string AlreadyUsed = "(01)04600000000015(21)INS-0002(10)2406A(17)291231";

    /// <summary>A package of a recalled batch of aspirin.</summary>
    public const string Recalled = "(01)04600000000022(10)ASP-13(17)291231";

    /// <summary>A package of masks past its expiry.</summary>
    public const string Expired = "(01)04600000000039(10)MSK-1(17)241231";

    private const string Insulin = "04600000000015";
    private const string Aspirin = "04600000000022";
    private const string Mask = "04600000000039";
    private const string Monitor = "04600000000046";

    /// <summary>
    /// Records the seed. Every event has a fixed time and idempotency key: seeding twice changes nothing.
    /// </summary>
    /// <param name="registry">The registry.</param>
    /// <param name="hospitals">The city's hospitals; the first two hold stock.</param>
    /// <param name="writerOf">The signing key of a hospital.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task SeedAsync(
        ResourceRegistry registry, IReadOnlyList<HospitalId> hospitals, Func<HospitalId, string> writerOf, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(hospitals);
        ArgumentNullException.ThrowIfNull(writerOf);
        ArgumentOutOfRangeException.ThrowIfLessThan(hospitals.Count, 2);
        var writer = writerOf(hospitals[0]);
        var number = 0;
        foreach (var entry in Events(hospitals[0], hospitals[1]))
        {
            await registry.RecordAsync(entry, writer, $"seed-resource-{++number}", cancellation).ConfigureAwait(false);
        }
    }

    private static IEnumerable<ResourceEvent> Events(HospitalId first, HospitalId second) =>
    [
        .. Products(),
        .. Packages(first),
        .. Stock(first, Insulin, 200, 230), .. Stock(first, Aspirin, 500, 470), .. Stock(first, Mask, 5000, 5200),
        .. Stock(second, Insulin, 100, 97), .. Stock(second, Aspirin, 300, 360),
        Move(first, Insulin, StockMovement.Dispensed, 12, Day(2026, 8, 14)),
        Move(first, Insulin, StockMovement.Reserved, 5, Day(2026, 10, 2)),
        Move(first, Aspirin, StockMovement.Dispensed, 40, Day(2026, 9, 1)),
        Move(second, Aspirin, StockMovement.Sent, 30, Day(2026, 7, 20)) with { Counterparty = first.Value },
        Move(first, Aspirin, StockMovement.Received, 30, Day(2026, 7, 21)) with { Counterparty = second.Value },
        new ProcurementRequested
        {
            Time = Day(2026, 10, 1), Request = "2026-10-aspirin", Hospital = first, Gtin = Aspirin, Quantity = 300, PriceCeiling = 85m,
            Currency = "RUB", Deadline = Day(2027, 1, 1),
        },
        Offer("supplier-1", 84.90m, 300, 5, Day(2026, 10, 3)),
        Offer("supplier-2", 79.50m, 200, 14, Day(2026, 10, 4)),
    ];

    private static IEnumerable<ResourceEvent> Products() =>
    [
        Product(Insulin, "Инсулин гларгин 100 ЕД/мл", "Insulin glargine 100 U/ml", "medicine", serialized: true),
        Product(Aspirin, "Аспирин 100 мг", "Aspirin 100 mg", "medicine", serialized: false),
        Product(Mask, "Маска медицинская", "Surgical mask", "device", serialized: false),
        Product(Monitor, "Тонометр автоматический", "Automatic blood pressure monitor", "device", serialized: true),
        Batch(Insulin, "2406A", new LocalDate(2029, 12, 31)),
        Batch(Aspirin, "ASP-12", new LocalDate(2029, 12, 31)),
        Batch(Aspirin, "ASP-13", new LocalDate(2029, 12, 31)),
        Batch(Mask, "MSK-1", new LocalDate(2024, 12, 31)),
        Batch(Mask, "MSK-2", new LocalDate(2031, 12, 31)),
        new BatchRecalled
        {
            Time = Day(2026, 6, 5), Gtin = Aspirin, Batch = "ASP-13",
            Reason = new BilingualText("Посторонние примеси", "Foreign matter found"),
        },
    ];

    private static IEnumerable<ResourceEvent> Packages(HospitalId first) =>
    [
        Item(Insulin, "INS-0001", "2406A"), Item(Insulin, "INS-0002", "2406A"), Item(Monitor, "BPM-7731", null),
        new ItemTransferred { Time = Day(2026, 2, 10), Gtin = Insulin, Serial = "INS-0001", From = "supplier-1", To = first.Value },
        new ItemTransferred { Time = Day(2026, 2, 10), Gtin = Insulin, Serial = "INS-0002", From = "supplier-1", To = first.Value },
        new ItemTransferred { Time = Day(2026, 3, 1), Gtin = Monitor, Serial = "BPM-7731", From = "supplier-1", To = first.Value },
        new ItemUsed { Time = Day(2026, 8, 14), Gtin = Insulin, Serial = "INS-0002", By = first.Value },
    ];

    private static IEnumerable<ResourceEvent> Stock(HospitalId hospital, string gtin, decimal norm, decimal received) =>
    [
        new StockNormSet { Time = Day(2026, 1, 12), Hospital = hospital, Gtin = gtin, Norm = norm },
        Move(hospital, gtin, StockMovement.Received, received, Day(2026, 2, 10)) with { Counterparty = "supplier-1" },
    ];

    private static ProductRegistered Product(string gtin, string ru, string en, string category, bool serialized) => new()
    {
        Time = Day(2026, 1, 12),
        Gtin = gtin,
        Name = new BilingualText(ru, en),
        Maker = new BilingualText("Учебный завод", "Example Works"),
        Category = category,
        Serialized = serialized,
    };

    private static BatchRegistered Batch(string gtin, string batch, LocalDate expiry) =>
        new() { Time = Day(2026, 1, 12), Gtin = gtin, Batch = batch, Expiry = expiry };

    private static ItemRegistered Item(string gtin, string serial, string? batch) =>
        new() { Time = Day(2026, 1, 20), Gtin = gtin, Serial = serial, Batch = batch, Owner = "supplier-1" };

    private static StockMoved Move(HospitalId hospital, string gtin, StockMovement movement, decimal quantity, Instant time) =>
        new() { Time = time, Hospital = hospital, Gtin = gtin, Movement = movement, Quantity = quantity };

    private static OfferMade Offer(string supplier, decimal price, decimal quantity, int days, Instant time) =>
        new() { Time = time, Request = "2026-10-aspirin", Supplier = supplier, Price = price, Quantity = quantity, DeliveryDays = days };

    private static Instant Day(int year, int month, int day) => Instant.FromUtc(year, month, day, 9, 0);
}
