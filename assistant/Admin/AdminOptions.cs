using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Identifiers;

namespace VoiceMed.Assistant.Admin;

/// <summary>Where and how the admin's page is served.</summary>
public sealed record AdminOptions
{
    /// <summary>The address, another origin than the bedside's. Default: <c>http://127.0.0.1:8081</c>; port 0 takes a free one.</summary>
    public string Listen { get; init; } = "http://127.0.0.1:8081";

    /// <summary>The file that holds the admin's credentials (see <see cref="SignIn.AdminCredentialFile"/>).</summary>
    public required string CredentialFile { get; init; }

    /// <summary>The admin's account in the ledger, recorded with every audit read and every review. Default: <c>admin</c>.</summary>
    public string Account { get; init; } = "admin";

    /// <summary>On whose behalf, and to which end, the page asks the ledger: the running of the hospital, the one purpose the law allows oversight.</summary>
    public AccessContext Access => new() { Doctor = new DoctorId(Account), Role = "admin", Purpose = "HOPERAT" };

    /// <summary>How long a sign-in lasts without any request. Default 15 minutes.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a sign-in lasts at most. Default 8 hours.</summary>
    public TimeSpan MaxAge { get; init; } = TimeSpan.FromHours(8);

    /// <summary>Failed sign-ins after which none is tried for a minute. Default 5.</summary>
    public int MaxFailures { get; init; } = 5;

    /// <summary>The folder of the built page; null serves the endpoints alone.</summary>
    public string? Pages { get; init; }
}
