using System.Net;
using VoiceMed.Assistant.Admin.Enrolment;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Voiceprints;
using VoiceMed.EndToEnd.Tests.Harness;
using VoiceMed.LedgerClient.Errors;
using Xunit;

namespace VoiceMed.EndToEnd.Tests.Admin;

/// <summary>Removing a doctor while the ledger, which keeps the account, is away.</summary>
public sealed class RemoveDoctorTests
{
    [Fact]
    public async Task Remove_LedgerIsAway_VoiceOpensNothingAndTheSecondTryEndsTheAccount()
    {
        var accounts = new FailingAccounts();
        await using var host = await AdminHost.StartAsync(accounts: accounts);
        using var client = await host.SignInAsync();
        host.Voiceprints.Save(Voice("gromova"));

        using var away = await client.DeleteAsync(new Uri("api/doctors/gromova", UriKind.Relative));
        var meanwhile = host.Voiceprints.ReadActive();
        accounts.Away = false;
        using var again = await client.DeleteAsync(new Uri("api/doctors/gromova", UriKind.Relative));
        using var gone = await client.DeleteAsync(new Uri("api/doctors/gromova", UriKind.Relative));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        Assert.Empty(meanwhile);
        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
        Assert.Equal(["gromova"], accounts.Ended);
        Assert.Empty(host.Voiceprints.ReadAll());
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    private static Voiceprint Voice(string doctor) => new()
    {
        Doctor = doctor,
        ConsentedOn = new DateOnly(2026, 3, 1),
        EnrolledAt = DateTimeOffset.UnixEpoch,
        Enrolled = new SpeakerTemplate("model/1", [new SpeakerVector("mel", new float[16], 0.1, 0.2)], 12) { SelfFit = 1.5 },
        Fingerprints = [],
    };

    private sealed class FailingAccounts : IDoctorAccountDesk
    {
        public bool Away { get; set; } = true;

        public List<string> Ended { get; } = [];

        public ValueTask<string?> EnrolledAsync(string doctor, CancellationToken cancellation) => ValueTask.FromResult<string?>(null);

        public ValueTask RemovedAsync(string doctor, CancellationToken cancellation)
        {
            if (Away)
            {
                throw new LedgerUnavailableException("ledger.unavailable", "The ledger cannot be reached; try again.");
            }

            Ended.Add(doctor);
            return ValueTask.CompletedTask;
        }
    }
}
