using System.Net;
using System.Net.Http.Json;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using VoiceMed.Assistant.Admin.Enrolment;
using VoiceMed.Assistant.Hosting;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Voiceprints;
using VoiceMed.EndToEnd.Tests.Harness;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.Speech.Audio;
using Xunit;

namespace VoiceMed.EndToEnd.Tests.Admin;

/// <summary>Enrolling, resuming and removing a doctor while the ledger, which keeps the account, is away.</summary>
public sealed class DoctorAccountTests
{
    private const string Away = "The ledger cannot be reached; try again.";

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

    [Fact]
    public async Task Complete_LedgerIsAway_VoiceIsKeptSuspendedUntilItCanBeResumed()
    {
        var accounts = new FailingAccounts();
        await using var host = await AdminHost.StartAsync(accounts: accounts);
        using var client = await host.SignInAsync();
        var suspension = new Uri("api/doctors/carter/suspension", UriKind.Relative);

        var report = await EnrolAsync(client);
        var kept = Assert.Single(host.Voiceprints.ReadAll());
        using var tooEarly = await client.DeleteAsync(suspension);
        var meanwhile = host.Voiceprints.ReadActive();
        accounts.Away = false;
        using var resumed = await client.DeleteAsync(suspension);

        Assert.False((bool)report["enrolled"]!);
        Assert.Equal([Away, "The voice is stored and suspended. When nothing is in the way any more, resume it in the list of doctors."],
            report["problems"]!.AsArray().Select(problem => (string)problem!));
        Assert.NotNull(kept.SuspendedAt);
        Assert.Equal(HttpStatusCode.Conflict, tooEarly.StatusCode);
        Assert.Equal(Away, (string?)(await tooEarly.Content.ReadFromJsonAsync<JsonNode>())!["detail"]);
        Assert.Empty(meanwhile);
        Assert.Equal(HttpStatusCode.NoContent, resumed.StatusCode);
        Assert.Single(host.Voiceprints.ReadActive());
    }

    private static async Task<JsonNode> EnrolAsync(HttpClient client)
    {
        using var begun = await client.PostAsync(new Uri("api/enrolments?language=en", UriKind.Relative), null);
        var id = (string?)(await begun.Content.ReadFromJsonAsync<JsonNode>())!["id"];
        for (var phrase = 1; phrase <= 8; phrase++)
        {
            var clip = await AudioLoader.LoadAsync(Path.Combine(InstallFolder.Find(), "demo", "audio", "en", "carter", $"enrol-{phrase}.wav"));
            using var sound = new ByteArrayContent(MemoryMarshal.AsBytes(clip.Samples.AsSpan()).ToArray());
            using var taken = await client.PostAsync(new Uri($"api/enrolments/{id}/phrases?language=en", UriKind.Relative), sound);
            taken.EnsureSuccessStatusCode();
        }

        using var completed = await client.PostAsJsonAsync(
            $"api/enrolments/{id}/complete?language=en", new EnrolmentForm("carter", "Carter Anna", "doctor", "", new DateOnly(2026, 3, 1)));
        return (await completed.Content.ReadFromJsonAsync<JsonNode>())!;
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

        public ValueTask<string?> EnrolledAsync(string doctor, CancellationToken cancellation) =>
            ValueTask.FromResult(Away ? DoctorAccountTests.Away : null);

        public ValueTask RemovedAsync(string doctor, CancellationToken cancellation)
        {
            if (Away)
            {
                throw new LedgerUnavailableException("ledger.unavailable", DoctorAccountTests.Away);
            }

            Ended.Add(doctor);
            return ValueTask.CompletedTask;
        }
    }
}
