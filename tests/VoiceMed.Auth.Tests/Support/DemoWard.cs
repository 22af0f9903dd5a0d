using VoiceMed.Auth.Enrolment;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Voiceprints;
using VoiceMed.Speech.Audio;

namespace VoiceMed.Auth.Tests.Support;

/// <summary>The four demo doctors, enrolled from their eight phrases through the default quality gate.</summary>
public sealed class DemoWard : IAsyncLifetime
{
    public static readonly (string Language, string Doctor)[] Doctors =
        [("ru", "smirnova"), ("ru", "kuznetsov"), ("en", "carter"), ("en", "bennett")];

    public SpeakerModel Model { get; } = SpeakerModel.Load(Repository.SpeakerModel);

    public IReadOnlyList<Voiceprint> Voiceprints { get; private set; } = [];

    public SpeakerIdentifier Identifier { get; private set; } = null!;

    public static async Task<short[]> ClipAsync(string relative) =>
        (await AudioLoader.LoadAsync(Path.Combine(Repository.DemoAudio, relative))).Samples;

    public static string[] Commands(string language, string doctor) =>
        [.. Directory.GetFiles(Path.Combine(Repository.DemoAudio, language, doctor), "*.wav")
            .Where(f => char.IsAsciiDigit(Path.GetFileName(f)[0])).Order().Select(f => Path.GetRelativePath(Repository.DemoAudio, f))];

    public async Task InitializeAsync()
    {
        var voiceprints = new List<Voiceprint>();
        foreach (var (language, doctor) in Doctors)
        {
            var session = new EnrolmentSession(Model, voiceprints);
            for (var phrase = 1; phrase <= 8; phrase++)
            {
                session.Add(await ClipAsync($"{language}/{doctor}/enrol-{phrase}.wav"));
            }

            var result = session.Complete(new EnrolmentRequest { Doctor = doctor, ConsentedOn = new DateOnly(2026, 3, 1) }, TimeProvider.System);
            voiceprints.Add(result.Voiceprint ?? throw new InvalidOperationException(
                $"{doctor}: {string.Join(", ", result.Problems)}; {string.Join(" | ", session.Phrases.Select(p => string.Join(",", p.Problems)))}"));
        }

        Voiceprints = voiceprints;
        Identifier = new SpeakerIdentifier(Model, [.. voiceprints.Select(v => new EnrolledSpeaker(v.Doctor, v.Template))]);
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
