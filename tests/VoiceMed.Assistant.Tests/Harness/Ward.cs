using VoiceMed.Assistant.Authorising;
using VoiceMed.Assistant.Hearing;
using VoiceMed.Assistant.Hosting;
using VoiceMed.Auth.Journal;
using VoiceMed.Auth.Liveness;
using VoiceMed.Auth.Policy;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Voiceprints;
using VoiceMed.Speech.Activity;
using VoiceMed.Speech.Audio;
using VoiceMed.Speech.Recognition;

namespace VoiceMed.Assistant.Tests.Harness;

/// <summary>Two enrolled doctors and what their gates share, in a folder of its own, without ledger and recognisers.</summary>
public sealed class Ward : IDisposable
{
    public static SpeakerModel Model { get; } = SpeakerModel.Load(Path.Combine(InstallFolder.Find(), "models", "speaker-voicemed-0.1"));

    private readonly ScreenMemories _screens = new();

    public Ward(EnrolledWard enrolled) => enrolled.CopyTo(Data.Root);

    public DataFolder Data { get; } = new(Directory.CreateTempSubdirectory("voicemed-tests-").FullName);

    public ManualClock Clock { get; } = new();

    public VoiceprintStore Store => VoiceprintStore.InDataDirectory(Data.Root);

    public SessionJournal Journal => new(Data.Sessions);

    public void Dispose() => Directory.Delete(Data.Root, recursive: true);

    /// <summary>The gate of a new session.</summary>
    public VoiceGate Gate(string? terminal = null, string? digits = null)
    {
        var voiceprints = Store.ReadActive();
        var speakers = new SpeakerIdentifier(Model, [.. voiceprints.Select(print => new EnrolledSpeaker(print.Doctor, print.Template))]);
        return new VoiceGate(
            new VoiceGateParts(
                speakers, PolicyFile.LoadDefault(), DoctorDirectory.Load(Data.Doctors, voiceprints),
                new ReplayDetector(Store.ReadAll().SelectMany(print => print.Fingerprints), capacity: 0), _screens,
                new TemplateKeeper(Model, Store, static () => { }), Journal, Listener: null, digits, Clock),
            terminal);
    }

    /// <summary>A clip as the microphone path hands it on.</summary>
    public static async Task<HeardUtterance> HeardAsync(string clip, string text = "", string language = "ru") =>
        Heard((await AudioLoader.LoadAsync(DemoHouse.Clip(clip))).Samples, text, language);

    /// <summary>Any sound as the microphone path hands it on.</summary>
    public static HeardUtterance Heard(short[] samples, string text = "", string language = "ru")
    {
        var length = TimeSpan.FromSeconds(samples.Length / (double)AudioClip.StandardSampleRate);
        return new HeardUtterance(
            new Utterance(samples, TimeSpan.Zero, length, length, length, 30, UtteranceEnd.Silence),
            new Transcript(text, language, [], text, text, Agreement.Agree, 1), 0, TimeSpan.Zero, TimeSpan.Zero);
    }
}
