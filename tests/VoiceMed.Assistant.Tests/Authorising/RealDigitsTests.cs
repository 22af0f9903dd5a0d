using VoiceMed.Assistant.Authorising;
using VoiceMed.Assistant.Hearing;
using VoiceMed.Assistant.Hosting;
using VoiceMed.Assistant.Tests.Harness;
using VoiceMed.Auth.Challenge;
using VoiceMed.Auth.Evaluation;
using VoiceMed.Auth.Journal;
using VoiceMed.Auth.Liveness;
using VoiceMed.Auth.Policy;
using VoiceMed.Auth.Scoring;
using VoiceMed.Speech.Audio;
using Xunit;
using Xunit.Abstractions;

namespace VoiceMed.Assistant.Tests.Authorising;

/// <summary>
/// Real people's digits (Free Spoken Digit Dataset, 8 kHz, seven cut together a clip) from the sound to the gate's decision: endpointing,
/// recognition and voice are the program's own.
/// </summary>
[Collection(SharedDemoHouse.Name)]
public sealed class RealDigitsTests(DemoHouse house, ITestOutputHelper output) : IDisposable
{
    private static readonly string Recordings = Path.Combine(InstallFolder.Find(), "..", "shared", "audio", "speakers", "dev");

    private readonly string _folder = Directory.CreateTempSubdirectory("voicemed-tests-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SkippableFact]
    public async Task Answer_DigitsRecognisedFromTheSound_WrongOnesAndStrangersAreAlwaysRefused()
    {
        Skip.IfNot(Directory.Exists(Recordings), "needs the recordings of real people in ../shared");
        var speakers = await EnrolAsync();
        var clips = await HearAsync();
        var (read, passed, refusals) = (0, 0, 0);
        foreach (var clip in clips.Where(clip => clip != clips.First(first => first.Person == clip.Person)))
        {
            var own = Answer(speakers, clips, clip, clip.Person, clip.Digits);
            read += SpokenDigits.Read(clip.Heard.Transcript.Text, clip.Heard.Transcript.Language) == clip.Digits ? 1 : 0;
            passed += own.Verdict == GateVerdict.Allow ? 1 : 0;

            // What was said and what was understood may differ; neither, changed by one digit, may pass.
            var understood = SpokenDigits.Read(clip.Heard.Transcript.Text, clip.Heard.Transcript.Language) ?? clip.Digits;
            foreach (var digits in new[] { Changed(understood), Changed(clip.Digits) }.Where(digits => digits != understood))
            {
                Assert.Equal((GateVerdict.Refuse, "challenge.digits"), Pair(Answer(speakers, clips, clip, clip.Person, digits)));
                refusals++;
            }

            foreach (var other in clips.Select(c => c.Person).Distinct().Where(person => person != clip.Person))
            {
                // With the right digits, however they were understood: only the voice is left to refuse.
                var words = SpokenDigits.Say(clip.Digits, "en");
                var put = clip with { Heard = clip.Heard with { Transcript = clip.Heard.Transcript with { Text = words, Language = "en" } } };
                Assert.Equal((GateVerdict.Refuse, "challenge.voice"), Pair(Answer(speakers, clips, put, other, clip.Digits)));
                Assert.Equal(GateVerdict.Refuse, Answer(speakers, clips, clip, other, understood).Verdict);
                refusals += 2;
            }
        }

        foreach (var first in clips.GroupBy(clip => clip.Person).Select(person => person.First()))
        {
            // The very sound that opened the session, with the right digits.
            var put = first with { Heard = first.Heard with { Transcript = first.Heard.Transcript with { Text = SpokenDigits.Say(first.Digits, "en"), Language = "en" } } };
            Assert.Equal((GateVerdict.Refuse, "challenge.replay"), Pair(Answer(speakers, clips, put, first.Person, first.Digits)));
            refusals++;
        }

        output.WriteLine($"{clips.Count} clips; seven digits all read: {read}, and let in: {passed}; refusals: {refusals}");
        foreach (var clip in clips)
        {
            output.WriteLine($"{clip.Digits}: {clip.Heard.Transcript.Text} ({clip.Heard.Transcript.Language})");
        }

        Assert.True(refusals > 60, $"only {refusals} refusals were tried");
    }

    private GateDecision Answer(SpeakerIdentifier speakers, IReadOnlyList<Clip> clips, Clip answer, string person, string digits)
    {
        var gate = new VoiceGate(new VoiceGateParts(
            speakers, PolicyFile.LoadDefault(), DoctorDirectory.Load(Path.Combine(_folder, "none.yaml"), []), new ReplayDetector(), new ScreenMemories(),
            Templates: null, new SessionJournal(_folder), new DigitListener(house.Host.Recognizers, ["en"]), digits, new ManualClock()));
        gate.Observe(clips.First(clip => clip.Person == person).Heard);
        Assert.Equal(digits, gate.Challenge().Digits);
        gate.Observe(answer.Heard);
        return gate.Answer(answer.Heard);
    }

    private static (GateVerdict, string) Pair(GateDecision decision) => (decision.Verdict, decision.Reason);

    private static string Changed(string digits) => digits[..^1] + (char)('0' + (digits[^1] - '0' + 1) % 10);

    private async Task<SpeakerIdentifier> EnrolAsync()
    {
        var templates = await new VerificationEvaluator(house.Host.Speakers, EvaluationSet.Open(Recordings)).EnrolAsync(default);
        return new SpeakerIdentifier(
            house.Host.Speakers, [.. templates.Where(t => t.Key.StartsWith("fsdd-", StringComparison.Ordinal)).Select(t => new EnrolledSpeaker(t.Key, t.Value))]);
    }

    private async Task<IReadOnlyList<Clip>> HearAsync()
    {
        var clips = new List<Clip>();
        foreach (var row in (await File.ReadAllLinesAsync(Path.Combine(Recordings, "manifest.tsv"))).Select(line => line.Split('\t')))
        {
            // file, speaker, sex, seconds, role, language, text
            if (row[1].StartsWith("fsdd-", StringComparison.Ordinal) && row[4] == "test"
                && ClipListener.Hear(house.Host, await AudioLoader.LoadAsync(Path.Combine(Recordings, row[0]))) is { } heard)
            {
                clips.Add(new Clip(row[1], SpokenDigits.Read(row[6], "en")!, heard));
            }
        }

        return clips;
    }

    private sealed record Clip(string Person, string Digits, HeardUtterance Heard);
}
