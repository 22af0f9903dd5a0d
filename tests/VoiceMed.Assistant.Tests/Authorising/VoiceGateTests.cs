using VoiceMed.Assistant.Authorising;
using VoiceMed.Assistant.Tests.Harness;
using VoiceMed.Auth.Augmentation;
using VoiceMed.Auth.Journal;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Voiceprints;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.Speech.Audio;
using Xunit;

namespace VoiceMed.Assistant.Tests.Authorising;

public sealed class VoiceGateTests(EnrolledWard enrolled) : IClassFixture<EnrolledWard>, IDisposable
{
    private const string Digits = "четыре семь один девять";

    private readonly Ward _ward = new(enrolled);

    public void Dispose() => _ward.Dispose();

    [Fact]
    public async Task Observe_AnotherDoctor_EndsTheFormersSessionAndBeginsAnother()
    {
        var gate = _ward.Gate();
        gate.TrustOperator(new DoctorId("smirnova"));
        gate.Observe(await Ward.HeardAsync("ru/smirnova/01-visits.wav"));

        gate.Observe(await Ward.HeardAsync("ru/kuznetsov/02-documents.wav"));

        Assert.Equal("kuznetsov", gate.Doctor?.Id.Value);
        Assert.Equal(GateVerdict.Challenge, gate.Decide("visits.list", "normal", spoken: true).Verdict);
        var sessions = _ward.Journal.Sessions().TakeLast(2).Select(_ward.Journal.Read).ToList();
        var (former, own) = sessions[0][0].Kind == SessionEventKind.HandedOver ? (sessions[1], sessions[0]) : (sessions[0], sessions[1]);
        Assert.Equal(SessionEventKind.Closed, former[^1].Kind);
        Assert.Equal(SessionEventKind.HandedOver, own[0].Kind);
        Assert.Equal("kuznetsov", own[0].Doctor);
        Assert.DoesNotContain(own, happened => happened.Doctor == "smirnova");
    }

    [Theory]
    [InlineData("ru/smirnova/09-challenge.wav", "4719", Digits, "challenge.passed")]
    [InlineData("ru/smirnova/09-challenge.wav", "4718", Digits, "challenge.digits")]
    [InlineData("ru/kuznetsov/09-challenge.wav", "4719", Digits, "challenge.voice")]
    [InlineData("ru/visitor/06-challenge.wav", "4719", Digits, "challenge.voice")]
    [InlineData("ru/smirnova/enrol-1.wav", "4719", Digits, "challenge.replay")]
    public async Task Answer_Challenge_OnlyTheRightVoiceWithTheRightDigitsInANewSoundPasses(string clip, string digits, string text, string reason)
    {
        var gate = _ward.Gate(digits: digits);
        gate.Observe(await Ward.HeardAsync("ru/smirnova/01-visits.wav"));
        Assert.Equal(digits, gate.Challenge().Digits);
        var answer = await Ward.HeardAsync(clip, text);
        gate.Observe(answer);

        var decision = gate.Answer(answer);

        Assert.Equal(reason, decision.Reason);
        Assert.Equal(reason == "challenge.passed" ? GateVerdict.Allow : GateVerdict.Refuse, decision.Verdict);
        Assert.False(gate.IsChallenged);
    }

    [Fact]
    public async Task Decide_SuspendedVoice_OpensNothingUntilResumed()
    {
        var open = _ward.Gate();
        open.TrustOperator(new DoctorId("kuznetsov"));
        var clear = new[] { "01-visits", "02-documents", "07-access", "10-patient" };
        foreach (var clip in clear)
        {
            open.Observe(await Ward.HeardAsync($"ru/kuznetsov/{clip}.wav"));
        }

        _ward.Store.Suspend("kuznetsov", suspended: true);
        open.Lock();
        var gate = _ward.Gate();
        gate.Observe(await Ward.HeardAsync("ru/kuznetsov/01-visits.wav"));
        var refused = gate.Decide("visits.list", "normal", spoken: true);
        _ward.Store.Suspend("kuznetsov", suspended: false);
        var again = _ward.Gate();
        again.Observe(await Ward.HeardAsync("ru/kuznetsov/01-visits.wav"));

        Assert.Equal(GateVerdict.Refuse, refused.Verdict);
        Assert.Equal(GateVerdict.Challenge, again.Decide("visits.list", "normal", spoken: true).Verdict);
        Assert.Equal(0, _ward.Store.Find("kuznetsov")!.Adaptations);
    }

    [Fact]
    public async Task Answer_AfterTheTimeLimit_IsRefused()
    {
        var gate = _ward.Gate(digits: "4719");
        gate.Observe(await Ward.HeardAsync("ru/smirnova/01-visits.wav"));
        gate.Challenge();
        _ward.Clock.Advance(TimeSpan.FromSeconds(13));
        var answer = await Ward.HeardAsync("ru/smirnova/09-challenge.wav", Digits);
        gate.Observe(answer);

        Assert.Equal("challenge.late", gate.Answer(answer).Reason);
    }

    [Fact]
    public async Task Observe_SoundOfAnEarlierSessionAtTheScreen_IsAReplay()
    {
        var first = _ward.Gate("replayed-screen");
        first.TrustOperator(new DoctorId("smirnova"));
        first.Observe(await Ward.HeardAsync("ru/smirnova/02-documents.wav"));
        first.Lock();
        var second = _ward.Gate("replayed-screen");
        second.TrustOperator(new DoctorId("smirnova"));

        second.Observe(await Ward.HeardAsync("ru/smirnova/02-documents.wav"));

        Assert.Equal("voice.replay", second.Decide("documents.list", "normal", spoken: true).Reason);
    }

    [Fact]
    public async Task Decide_FiveRefusalsThenAPageLoadedAnew_IsStillLockedOutAndTheAdminCanSeeIt()
    {
        var gate = _ward.Gate("locked-screen");
        foreach (var clip in new[] { "ru/visitor/04-read.wav", "ru/visitor/05-visits.wav", "ru/visitor/06-challenge.wav" })
        {
            gate.Observe(await Ward.HeardAsync(clip));
            gate.Decide("visits.list", "normal", spoken: true);
            gate.Decide("visits.list", "normal", spoken: true);
        }

        var again = _ward.Gate("locked-screen");
        again.Observe(await Ward.HeardAsync("ru/smirnova/03-open.wav"));

        Assert.Equal("lockout", again.Decide("visits.list", "normal", spoken: true).Reason);
        var (_, alert) = Assert.Single(_ward.Journal.Find(SessionEventKind.LockedOut, DateTimeOffset.UnixEpoch, 10));
        Assert.Equal("locked-screen", alert.Terminal);
        Assert.Contains("5 failures", alert.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lock_AfterAClearSession_TemplateFollowsAndCanBeTakenBack()
    {
        var before = _ward.Store.Find("kuznetsov")!;
        var gate = _ward.Gate();
        gate.TrustOperator(new DoctorId("kuznetsov"));
        foreach (var clip in new[] { "01-visits", "02-documents", "07-access", "10-patient" })
        {
            gate.Observe(await Ward.HeardAsync($"ru/kuznetsov/{clip}.wav"));
        }

        gate.Lock();

        var after = _ward.Store.Find("kuznetsov")!;
        Assert.Equal(1, after.Adaptations);
        Assert.True(Distance(before, after with { Adapted = null }) < 1e-6);
        Assert.True(Distance(before, after) > 1e-3);
        Assert.Contains(_ward.Journal.Find(SessionEventKind.Adapted, DateTimeOffset.UnixEpoch, 10), found => found.Event.Doctor == "kuznetsov");
        _ward.Store.Save(after with { Adapted = null, Adaptations = 0 }, "reverted");
        Assert.True(Distance(before, _ward.Store.Find("kuznetsov")!) < 1e-6);
    }

    [Fact]
    public async Task Lock_TemplateCannotBeWritten_IsLockedAllTheSameAndTheJournalSaysSo()
    {
        var gate = _ward.Gate();
        gate.TrustOperator(new DoctorId("kuznetsov"));
        foreach (var clip in new[] { "01-visits", "02-documents", "07-access", "10-patient" })
        {
            gate.Observe(await Ward.HeardAsync($"ru/kuznetsov/{clip}.wav"));
        }

        await File.WriteAllTextAsync(Path.Combine(_ward.Data.Root, "keys", "voiceprint.key"), "damaged");
        gate.Lock();

        Assert.Null(gate.Doctor);
        Assert.Single(_ward.Journal.Find(SessionEventKind.NotAdapted, DateTimeOffset.UnixEpoch, 10));
        Assert.Empty(_ward.Journal.Find(SessionEventKind.Adapted, DateTimeOffset.UnixEpoch, 10));
    }

    [Fact]
    public async Task Observe_NewDoctorWithAnotherMicrophone_IsNotComparedWithTheFormersSound()
    {
        var narrow = PcmConversion.ToSamples(TelephoneBand.Apply(PcmConversion.ToDoubles((await AudioLoader.LoadAsync(DemoHouse.Clip("ru/kuznetsov/02-documents.wav"))).Samples)));
        var gate = _ward.Gate();
        gate.TrustOperator(new DoctorId("smirnova"));
        gate.Observe(await Ward.HeardAsync("ru/smirnova/01-visits.wav"));
        gate.Observe(await Ward.HeardAsync("ru/smirnova/02-documents.wav"));

        gate.TrustOperator(new DoctorId("kuznetsov"));
        gate.Observe(Ward.Heard(narrow));

        Assert.DoesNotContain(
            _ward.Journal.Sessions().SelectMany(_ward.Journal.Read),
            happened => happened.SpoofSigns?.Contains(nameof(SpoofSigns.Channel), StringComparison.Ordinal) == true);
    }

    // Sealing rotates the vectors and back, which rounds.
    private static double Distance(Voiceprint one, Voiceprint other) =>
        one.Template.Vectors[0].Values.Zip(other.Template.Vectors[0].Values, (a, b) => Math.Abs((double)a - b)).Max();

    [Fact]
    public async Task Lock_WithoutASecondFactor_TemplateStaysAsItIs()
    {
        var gate = _ward.Gate();
        foreach (var clip in new[] { "01-visits", "02-documents", "07-access", "10-patient" })
        {
            gate.Observe(await Ward.HeardAsync($"ru/smirnova/{clip}.wav"));
        }

        gate.Lock();

        Assert.Equal(0, _ward.Store.Find("smirnova")!.Adaptations);
    }

    [Fact]
    public async Task Observe_ChannelJumpsAsWithALoudspeaker_TrustIsHalvedFirst()
    {
        var plain = _ward.Gate();
        var played = _ward.Gate();
        var clip = (await AudioLoader.LoadAsync(DemoHouse.Clip("ru/smirnova/05-pressure.wav"))).Samples;
        var narrow = PcmConversion.ToDoubles(clip);
        narrow = TelephoneBand.Apply(narrow);
        foreach (var gate in new[] { plain, played })
        {
            gate.TrustOperator(new DoctorId("smirnova"));
            gate.Observe(await Ward.HeardAsync("ru/smirnova/01-visits.wav"));
            gate.Observe(await Ward.HeardAsync("ru/smirnova/02-documents.wav"));
        }

        var usual = plain.Observe(Ward.Heard(clip));
        var jumped = played.Observe(Ward.Heard(PcmConversion.ToSamples(narrow)));

        Assert.True(jumped.Trust < usual.Trust, $"{jumped.Trust} is not below {usual.Trust}");
        Assert.Contains(_ward.Journal.Sessions().SelectMany(_ward.Journal.Read), happened => happened.SpoofSigns?.Contains(nameof(SpoofSigns.Channel), StringComparison.Ordinal) == true);
    }
}
