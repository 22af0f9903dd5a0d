using VoiceMed.Assistant.CommandLine;
using VoiceMed.Assistant.Hosting;
using VoiceMed.Auth.Enrolment;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Voiceprints;
using VoiceMed.Ledger;
using VoiceMed.Ledger.Seed;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Fabric.Clinical;
using VoiceMed.Speech.Audio;

namespace VoiceMed.Assistant.Demo;

/// <summary>Prepares the demo: seeds the city and enrols the doctors from their recorded phrases. What is there already is left as it is.</summary>
public sealed class DemoStage(VoiceMedConfig config, DataFolder data, string install, TimeProvider time)
{
    /// <summary>The folder of the recordings.</summary>
    public string Audio { get; } = Path.Combine(install, "demo", "audio");

    /// <summary>Seeds the ledger with the demo city; on Fabric too, which must be a network for trying things.</summary>
    /// <param name="say">Is told what is done.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task SeedAsync(Action<string> say, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(say);
        if (config.Ledger == "fabric")
        {
            await SeedFabricAsync(say, cancellation).ConfigureAwait(false);
            return;
        }

        await using var ledger = await EmbeddedLedger.OpenAsync(LedgerOptions.Under(data.Root) with { Time = time }, null, cancellation).ConfigureAwait(false);
        var report = await DemoCity.SeedAsync(ledger, time, cancellation).ConfigureAwait(false);
        say($"Ledger: {report.Hospitals} hospitals, {report.Records} records and {report.Documents} documents added.");
    }

    private async Task SeedFabricAsync(Action<string> say, CancellationToken cancellation)
    {
        using var fabric = FabricLedger.Open(LedgerOpener.FabricProfile(config));
        var report = await FabricSeed.SeedAsync(fabric, time, cancellation).ConfigureAwait(false);
        say($"Ledger on Fabric: {report.Records} records and {report.Documents} documents added.");
    }

    /// <summary>Enrols the doctors of one conversation, and puts their names and PINs where the house keeps them.</summary>
    /// <param name="doctors">The doctors.</param>
    /// <param name="language">The language of their recordings.</param>
    /// <param name="say">Is told what is done.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task EnrolAsync(IEnumerable<string> doctors, string language, Action<string> say, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(doctors);
        ArgumentNullException.ThrowIfNull(say);
        if (!File.Exists(data.Doctors))
        {
            Directory.CreateDirectory(data.Root);
            File.Copy(Path.Combine(install, "demo", "doctors.yaml"), data.Doctors);
        }

        var model = SpeakerModel.Load(Path.Combine(install, "models", SpeakerSystem.Name));
        var store = VoiceprintStore.InDataDirectory(data.Root);
        foreach (var doctor in doctors)
        {
            if (store.Find(doctor) is { } known && known.Template.ModelId == model.Id)
            {
                continue;
            }

            var seconds = await EnrolAsync(model, store, doctor, language, cancellation).ConfigureAwait(false);
            say($"Enrolled {doctor} from recorded phrases, {seconds:0.0} s of voice.");
        }
    }

    private async Task<double> EnrolAsync(SpeakerModel model, VoiceprintStore store, string doctor, string language, CancellationToken cancellation)
    {
        var session = new EnrolmentSession(model, [.. store.ReadAll().Where(other => other.Doctor != doctor)]);
        var phrases = Directory.GetFiles(Path.Combine(Audio, language, doctor), "enrol-*.wav").Order(StringComparer.Ordinal);
        foreach (var file in phrases)
        {
            session.Add((await AudioLoader.LoadAsync(file, cancellation).ConfigureAwait(false)).Samples);
        }

        var today = DateOnly.FromDateTime(time.GetLocalNow().Date);
        var result = session.Complete(new EnrolmentRequest { Doctor = doctor, ConsentedOn = today }, time);
        if (result.Voiceprint is not { } voiceprint)
        {
            throw new CommandException($"The demo's doctor {doctor} could not be enrolled: {string.Join(", ", result.Problems)}. Restore demo/audio from the release.");
        }

        store.Save(voiceprint);
        return result.VoicedSeconds;
    }
}
