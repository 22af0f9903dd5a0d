using NodaTime;
using VoiceMed.Ledger.Resources;
using VoiceMed.Ledger.Seed;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Ledger.Tests;

/// <summary>A real embedded ledger with the demo city in a folder of its own, under a clock that stands still until it is set.</summary>
internal sealed class CityLedger : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("voicemed-city-").FullName;

    private CityLedger()
    {
    }

    public static readonly HospitalId Hospital = new("hospital-1");

    public SetClock Clock { get; } = new(Instant.FromUtc(2026, 11, 21, 12, 0));

    public EmbeddedLedger Ledger { get; private set; } = null!;

    public string Folder => _folder;

    public static AccessContext Doctor { get; } = new()
    {
        Doctor = new DoctorId("smirnova"),
        Role = "doctor",
        Hospital = Hospital,
        Purpose = "TREAT",
    };

    public static async Task<CityLedger> OpenAsync()
    {
        var city = new CityLedger();
        city.Ledger = await EmbeddedLedger.OpenAsync(
            LedgerOptions.Under(city._folder) with { Time = city.Clock }, store => new ResourceRegistry(store));
        await DemoCity.SeedAsync(city.Ledger, city.Clock);
        return city;
    }

    public string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(_folder, name)).FullName;

    public async ValueTask DisposeAsync()
    {
        await Ledger.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public sealed class SetClock(Instant start) : TimeProvider
    {
        public Instant Now { get; set; } = start;

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();
    }
}
