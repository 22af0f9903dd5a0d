using NodaTime;
using VoiceMed.Ledger.Resources;
using VoiceMed.Ledger.Resources.Events;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;
using Xunit;

namespace VoiceMed.Ledger.Tests.Resources;

public sealed class ResourceRegistryTests : IAsyncLifetime
{
    private const string Gtin = "04600702083415";
    private const string Mask = "04607003080013";
    private const string Writer = "hospital-1/manager-1";
    private static readonly HospitalId First = new("hospital-1");
    private static readonly HospitalId Second = new("hospital-2");
    private static readonly BilingualText Aspirin = new("Аспирин 100 мг", "Aspirin 100 mg");

    private readonly string _folder = Directory.CreateTempSubdirectory("voicemed-resources-").FullName;
    private readonly SetClock _clock = new(Instant.FromUtc(2026, 11, 21, 12, 0));
    private LedgerStore _store = null!;
    private ResourceRegistry _registry = null!;
    private int _keys;

    public async Task InitializeAsync()
    {
        _store = LedgerStore.Open(LedgerOptions.Under(_folder) with { Time = _clock });
        _store.SigningKeys.Create(Writer);
        _registry = new ResourceRegistry(_store);
        await Record(new ProductRegistered { Time = Now, Gtin = Gtin, Name = Aspirin, Maker = new("Завод", "Plant"), Category = "medicine", Serialized = true });
        await Record(new BatchRegistered { Time = Now, Gtin = Gtin, Batch = "A1", Expiry = new LocalDate(2027, 12, 31) });
        await Record(new ItemRegistered { Time = Now, Gtin = Gtin, Serial = "S/1", Batch = "A1", Owner = "supplier-1" });
        await Record(new ProductRegistered { Time = Now, Gtin = Mask, Name = new("Маска", "Mask"), Maker = new("Завод", "Plant"), Category = "device" });
        await Record(new BatchRegistered { Time = Now, Gtin = Mask, Batch = "M1", Expiry = new LocalDate(2026, 11, 21) });
    }

    public async Task DisposeAsync()
    {
        await _store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("(01)04600702083415(21)S/1(10)A1(17)271231", "genuine", null)]
    [InlineData("0104600702083415" + "21S/1", "genuine", null)]
    [InlineData("(01)04600702083415(21)S/2", "unknown", "serial-unknown")]
    [InlineData("(01)04600702083415(21)S/1(10)B9", "unknown", "batch-mismatch")]
    [InlineData("(01)04600702083415(21)S/1(17)291231", "unknown", "expiry-mismatch")]
    [InlineData("4600702083415", "unknown", "serial-missing")]
    [InlineData("(01)04607003080013(10)M1", "genuine", null)]
    [InlineData("(01)04607003080013(10)M2", "unknown", "batch-unknown")]
    [InlineData("(01)04607003080013", "unknown", "batch-missing")]
    [InlineData("(01)04006381333931(21)1", "unknown", "product-unknown")]
    [InlineData("(21)1", "unknown", "gtin-missing")]
    [InlineData("привет", "unknown", "not-a-gs1-code")]
    public void Verify_Code_IsJudgedAgainstTheRegistry(string code, string status, string? reason)
    {
        var verdict = _registry.Verify(code);
        Assert.Equal((status, reason, code), (verdict.Status, verdict.Details.GetValueOrDefault("reason"), verdict.Code));
    }

    [Fact]
    public void Verify_AfterTheExpiryDay_IsExpired()
    {
        Assert.Equal("genuine", _registry.Verify("(01)04607003080013(10)M1").Status);
        _clock.Instant += Duration.FromDays(1);
        Assert.Equal("expired", _registry.Verify("(01)04607003080013(10)M1").Status);
    }

    [Fact]
    public async Task Verify_PackageThroughItsLife_ShowsOwnersAndEnd()
    {
        const string code = "(01)04600702083415(21)S/1";
        await Record(new ItemTransferred { Time = Now, Gtin = Gtin, Serial = "S/1", From = "supplier-1", To = "hospital-1" });
        Assert.Equal("supplier-1 → hospital-1", _registry.Verify(code).Details["owners"]);
        await Record(new ItemUsed { Time = Now, Gtin = Gtin, Serial = "S/1", By = "hospital-1" });
        var used = _registry.Verify(code);
        Assert.Equal(("already-used", "hospital-1"), (used.Status, used.Details["usedBy"]));
        await Record(new BatchRecalled { Time = Now, Gtin = Gtin, Batch = "A1", Reason = new("Примеси", "Impurities") });
        var recalled = _registry.Verify(code);
        Assert.Equal(("recalled", "Примеси / Impurities"), (recalled.Status, recalled.Details["reason"]));
    }

    [Theory]
    [InlineData("supplier-9", "resource.owner")]
    [InlineData("supplier-1", null)]
    public async Task Record_TransferBySomebody_OnlyTheOwnerMay(string from, string? code)
    {
        var transfer = new ItemTransferred { Time = Now, Gtin = Gtin, Serial = "S/1", From = from, To = "hospital-1" };
        if (code is null)
        {
            await Record(transfer);
        }
        else
        {
            Assert.Equal(code, (await Assert.ThrowsAsync<LedgerRejectedException>(() => Record(transfer))).Code);
        }
    }

    [Fact]
    public async Task Record_PackageUsedTwice_IsRefusedTheSecondTime()
    {
        var use = new ItemUsed { Time = Now, Gtin = Gtin, Serial = "S/1", By = "supplier-1" };
        await Record(use);
        Assert.Equal("resource.used", (await Assert.ThrowsAsync<LedgerRejectedException>(() => Record(use))).Code);
    }

    [Fact]
    public async Task Record_SameDeliveryTwice_CountsOnce()
    {
        var moved = Move(First, StockMovement.Received, 10);
        var receipt = await _registry.RecordAsync(moved, Writer, "delivery-7");
        var again = await _registry.RecordAsync(moved, Writer, "delivery-7");
        Assert.Equal((true, receipt.Entry), (again.Duplicate, again.Entry));
        Assert.Equal(10, Assert.Single(_registry.GetStock(null, First)).Available);
    }

    [Fact]
    public async Task GetStock_AfterMovements_CountsAvailableReservedAndMinimum()
    {
        await Record(new StockNormSet { Time = Now, Hospital = First, Gtin = Gtin, Norm = 50 });
        await Record(Move(First, StockMovement.Received, 60));
        await Record(Move(First, StockMovement.Reserved, 10));
        await Record(Move(First, StockMovement.Dispensed, 4));
        await Record(Move(Second, StockMovement.Received, 5));
        Assert.Equal(new StockLevel(First, Aspirin, 50, 6, 49), Assert.Single(_registry.GetStock("аспирин", First)));
        Assert.Equal(2, _registry.GetStock("ASPIRIN", null).Count);
        Assert.Empty(_registry.GetStock("йод", null));
    }

    [Fact]
    public async Task Record_SendingBelow97PercentOfTheNorm_IsRefusedButDispensingIsNot()
    {
        await Record(new StockNormSet { Time = Now, Hospital = First, Gtin = Gtin, Norm = 100 });
        await Record(Move(First, StockMovement.Received, 98));
        await Record(Move(First, StockMovement.Sent, 1));
        Assert.Empty(_registry.GetBelowMinimum(null));
        var refused = await Assert.ThrowsAsync<LedgerRejectedException>(() => Record(Move(First, StockMovement.Sent, 1)));
        Assert.Equal("stock.minimum", refused.Code);
        await Record(Move(First, StockMovement.Dispensed, 1));
        Assert.Equal(96, Assert.Single(_registry.GetBelowMinimum(null)).Available);
    }

    [Theory]
    [InlineData(StockMovement.Dispensed, 11, "stock.insufficient")]
    [InlineData(StockMovement.Released, 1, "stock.insufficient")]
    [InlineData(StockMovement.Reserved, 11, "stock.insufficient")]
    [InlineData(StockMovement.Received, 0, "stock.quantity")]
    [InlineData(StockMovement.WrittenOff, -1, "stock.quantity")]
    public async Task Record_MovementOfWhatIsNotThere_IsRefused(StockMovement movement, int quantity, string code)
    {
        await Record(Move(First, StockMovement.Received, 10));
        Assert.Equal(code, (await Assert.ThrowsAsync<LedgerRejectedException>(() => Record(Move(First, movement, quantity)))).Code);
    }

    [Fact]
    public async Task Record_ManyReservationsAtOnce_NeverPromiseMoreThanThereIs()
    {
        await Record(Move(First, StockMovement.Received, 10));
        var results = await Task.WhenAll(Enumerable.Range(0, 25).Select(async _ =>
        {
            try
            {
                await Record(Move(First, StockMovement.Reserved, 1));
                return 1;
            }
            catch (LedgerRejectedException)
            {
                return 0;
            }
        }));
        Assert.Equal(10, results.Sum());
        var stock = Assert.Single(_registry.GetStock(null, First));
        Assert.Equal((0m, 10m), (stock.Available, stock.Reserved));
    }

    [Fact]
    public async Task GetTurnover_OfAQuarter_BalancesOpeningAndClosing()
    {
        await Record(Move(First, StockMovement.Received, 10) with { Time = Instant.FromUtc(2026, 9, 30, 23, 59, 59) });
        await Record(Move(First, StockMovement.Received, 5) with { Time = Instant.FromUtc(2026, 10, 1, 0, 0) });
        await Record(Move(First, StockMovement.Dispensed, 3) with { Time = Instant.FromUtc(2026, 11, 1, 0, 0) });
        await Record(Move(First, StockMovement.WrittenOff, 1) with { Time = Instant.FromUtc(2026, 12, 31, 23, 59, 59) });
        await Record(Move(First, StockMovement.Sent, 2) with { Time = Instant.FromUtc(2027, 1, 1, 0, 0) });
        Assert.Equal(new Turnover(10, 5, 3, 0, 1, 11), Assert.Single(_registry.GetTurnover(First, 2026, 4)).Turnover);
        Assert.Equal(new Turnover(11, 0, 0, 2, 0, 9), Assert.Single(_registry.GetTurnover(null, 2027, 1)).Turnover);
    }

    [Fact]
    public async Task Record_Procurement_KeepsToPriceCeilingDeadlineAndReason()
    {
        await Record(new ProcurementRequested
        {
            Time = Now,
            Request = "r-1",
            Hospital = First,
            Gtin = Gtin,
            Quantity = 100,
            PriceCeiling = 42.50m,
            Currency = "RUB",
            Deadline = Now + Duration.FromDays(7),
        });
        await Record(Offer("supplier-1", 42.50m));
        Assert.Equal("procurement.price-ceiling", await Refusal(Offer("supplier-2", 42.51m)));
        await Record(Offer("supplier-2", 40));
        Assert.Equal("procurement.closed", await Refusal(Offer("supplier-3", 10) with { Time = Now + Duration.FromDays(7) }));
        Assert.Equal(["supplier-2", "supplier-1"], Assert.Single(_registry.GetProcurements()).Offers.Select(o => o.Supplier));
        Assert.Equal("procurement.no-offer", await Refusal(new OfferChosen { Time = Now, Request = "r-1", Supplier = "supplier-3" }));
        Assert.Equal("procurement.reason", await Refusal(new OfferChosen { Time = Now, Request = "r-1", Supplier = "supplier-1" }));
        await Record(new OfferChosen { Time = Now, Request = "r-1", Supplier = "supplier-1", Reason = "Поставит раньше" });
        Assert.Equal("procurement.closed", await Refusal(Offer("supplier-2", 1)));
    }

    [Fact]
    public async Task Seed_Twice_GivesAPackageOfEachVerdictOnce()
    {
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await ResourceSeed.SeedAsync(_registry, [First, Second], _ => Writer);
        }

        Assert.Equal("genuine", _registry.Verify(ResourceSeed.Genuine).Status);
        Assert.Equal("already-used", _registry.Verify(ResourceSeed.AlreadyUsed).Status);
        Assert.Equal("recalled", _registry.Verify(ResourceSeed.Recalled).Status);
        Assert.Equal("expired", _registry.Verify(ResourceSeed.Expired).Status);
        Assert.Equal(2, Assert.Single(_registry.GetProcurements()).Offers.Count);
        Assert.Equal(new StockLevel(First, new("Инсулин гларгин 100 ЕД/мл", "Insulin glargine 100 U/ml"), 213, 5, 194), _registry.GetStock("инсулин", First).Single());
        Assert.Equal("Аспирин 100 мг", Assert.Single(_registry.GetBelowMinimum(First)).Resource.Ru);
    }

    private Instant Now => _clock.Instant;

    private static OfferMade Offer(string supplier, decimal price) => new()
    {
        Time = Instant.FromUtc(2026, 11, 21, 12, 0),
        Request = "r-1",
        Supplier = supplier,
        Price = price,
        Quantity = 100,
        DeliveryDays = 3,
    };

    private StockMoved Move(HospitalId hospital, StockMovement movement, decimal quantity) =>
        new() { Time = Now, Hospital = hospital, Gtin = Gtin, Movement = movement, Quantity = quantity };

    private Task Record(ResourceEvent entry) => _registry.RecordAsync(entry, Writer, $"test-{Interlocked.Increment(ref _keys)}").AsTask();

    private async Task<string> Refusal(ResourceEvent entry) => (await Assert.ThrowsAsync<LedgerRejectedException>(() => Record(entry))).Code;

    private sealed class SetClock(Instant start) : TimeProvider
    {
        public Instant Instant { get; set; } = start;

        public override DateTimeOffset GetUtcNow() => Instant.ToDateTimeOffset();
    }
}
