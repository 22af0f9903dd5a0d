using VoiceMed.Ledger.Governance;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Tests.Support;

/// <summary>A real ledger in a folder of its own, with two hospitals, three accounts and a clock that stands still until it is moved.</summary>
internal sealed class TemporaryLedger : IAsyncDisposable
{
    private TemporaryLedger(LedgerOptions options, ManualClock clock) => (Options, Clock) = (options, clock);

    public static HospitalId First { get; } = new("hospital-1");

    public static HospitalId Second { get; } = new("hospital-2");

    public static AccessContext House { get; } = Access("house", "doctor", First);

    public static AccessContext Visiting { get; } = Access("visiting", "doctor", Second);

    public static AccessContext Admin { get; } = Access("admin", "admin", First) with { Purpose = "HOPERAT" };

    public LedgerOptions Options { get; }

    public ManualClock Clock { get; }

    public EmbeddedLedger Ledger { get; private set; } = null!;

    public string Folder => Path.GetDirectoryName(Path.GetDirectoryName(Options.File))!;

    public static async Task<TemporaryLedger> OpenAsync(Func<LedgerOptions, LedgerOptions>? change = null)
    {
        var clock = new ManualClock();
        var options = LedgerOptions.Under(Directory.CreateTempSubdirectory("voicemed-ledger-").FullName) with { Time = clock };
        var temporary = new TemporaryLedger(change?.Invoke(options) ?? options, clock);
        await temporary.ReopenAsync();
        await temporary.Ledger.FoundAsync();
        return temporary;
    }

    public async Task ReopenAsync()
    {
        if (Ledger is not null)
        {
            await Ledger.DisposeAsync();
        }

        Ledger = await EmbeddedLedger.OpenAsync(Options);
    }

    public static AccessContext Access(string doctor, string role, HospitalId hospital) =>
        new() { Doctor = new DoctorId(doctor), Role = role, Hospital = hospital, Purpose = "TREAT" };

    public async ValueTask DisposeAsync()
    {
        await Ledger.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
