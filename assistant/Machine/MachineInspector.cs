using VoiceMed.Assistant.Hosting;
using VoiceMed.Auth.Scoring;
using VoiceMed.Speech.Models;
using VoiceMed.Speech.Recognition;
using VoiceMed.Speech.Vosk;

namespace VoiceMed.Assistant.Machine;

/// <summary>Checks whether this machine can run VoiceMed, and says how to mend what cannot. Reads only.</summary>
public sealed class MachineInspector(VoiceMedConfig config, DataFolder data, string install)
{
    private const long ComfortableBytes = 500L * 1024 * 1024;

    /// <summary>Runs all checks, the quick ones first.</summary>
    public IEnumerable<CheckResult> Inspect()
    {
        yield return NativeLibrary();
        foreach (var language in config.Languages)
        {
            yield return Model(language);
        }

        yield return Voices();
        yield return Packs();
        yield return Synthesiser();
        yield return Ffmpeg();
        yield return Microphone();
        yield return Pages();
        yield return Port("bedside port", config.Listen, "listen");
        yield return Port("admin port", config.Admin, "admin");
        yield return DataRoom();
        yield return Keys();
    }

    private static CheckResult NativeLibrary() => VoskLibrary.Find() is { } path
        ? new CheckResult("native library", CheckState.Ok, path)
        : new CheckResult("native library", CheckState.Missing, "libvosk was not found",
            $"Run './voicemed setup', or set {VoskLibrary.PathVariable} to the file {VoskLibrary.FileName}.");

    private CheckResult Model(string language)
    {
        var check = $"model {language}";
        try
        {
            var folder = ModelCatalog.Load().Resolve(language, config.Models.GetValueOrDefault(language));
            using var model = SpeechModel.Load(folder, language);
            return new CheckResult(check, CheckState.Ok, folder);
        }
        catch (Exception e) when (e is ModelException or VoskException or IOException or DllNotFoundException)
        {
            return new CheckResult(check, CheckState.Missing, e.Message, $"Run 'voicemed models install {language}', or set models: in voicemed.yaml.");
        }
    }

    private static CheckResult Voices()
    {
        try
        {
            string? why = null;
            SpeakerSystem.Open(folder: null, text => why = text);
            return why is not null ? new CheckResult("speaker model", CheckState.Optional, why, "Install the model again, or remove its folder.")
                : SpeakerSystem.InstalledXVectors() is { } installed ? new CheckResult("speaker model", CheckState.Ok, $"{SpeakerSystem.Name} with {installed.Id}")
                : new CheckResult("speaker model", CheckState.Ok, $"{SpeakerSystem.Name} alone");
        }
        catch (SpeakerModelException e)
        {
            return new CheckResult("speaker model", CheckState.Missing, e.Message, "Restore the folder models from the release.");
        }
    }

    private CheckResult Packs()
    {
        var folder = Path.Combine(install, "nlu", "packs", "clinical");
        return Directory.Exists(folder)
            ? new CheckResult("intent packs", CheckState.Ok, folder)
            : new CheckResult("intent packs", CheckState.Missing, $"{folder} is not there", "Restore the folder nlu/packs from the release.");
    }

    private static CheckResult Synthesiser() => ProgramFinder.Find("espeak-ng") is { } path
        ? new CheckResult("synthesiser", CheckState.Ok, path)
        : new CheckResult("synthesiser", CheckState.Missing, "espeak-ng is not installed", "Run 'sudo apt-get install espeak-ng'.");

    private static CheckResult Ffmpeg() => ProgramFinder.Find("ffmpeg") is { } path
        ? new CheckResult("other audio formats", CheckState.Ok, path)
        : new CheckResult("other audio formats", CheckState.Optional, "ffmpeg is not installed: WAV only", "Run 'sudo apt-get install ffmpeg' to read FLAC, MP3 and others.");

    private static CheckResult Microphone()
    {
        var cards = "/proc/asound/cards";
        var found = File.Exists(cards) && !File.ReadAllText(cards).Contains("no soundcards", StringComparison.Ordinal);
        return found
            ? new CheckResult("microphone", CheckState.Ok, "a sound card is there")
            : new CheckResult("microphone", CheckState.Optional, "this machine has no sound card", "Use the browser's microphone: open the bedside page on the tablet.");
    }

    private CheckResult Pages()
    {
        var page = Path.Combine(install, "assistant", "wwwroot", "bedside", "index.html");
        return File.Exists(page)
            ? new CheckResult("pages", CheckState.Ok, Path.GetDirectoryName(page)!)
            : new CheckResult("pages", CheckState.Missing, "the bedside page has not been built", "Run './voicemed setup'.");
    }

    private static CheckResult Port(string check, string address, string key) => PortProbe.IsFree(address)
        ? new CheckResult(check, CheckState.Ok, $"{address} is free")
        : new CheckResult(check, CheckState.Optional, $"somebody listens at {address} already",
            $"Unless that is VoiceMed itself, stop it or set {key}: in voicemed.yaml to another port.");

    private CheckResult DataRoom()
    {
        var folder = data.Root;
        while (!Directory.Exists(folder))
        {
            folder = Path.GetDirectoryName(folder) ?? Path.GetPathRoot(data.Root)!;
        }

        var free = new DriveInfo(folder).AvailableFreeSpace;
        var gigabytes = free / 1e9;
        return free >= ComfortableBytes
            ? new CheckResult("data folder", CheckState.Ok, $"{data.Root}, {gigabytes:0.#} GB free")
            : new CheckResult("data folder", CheckState.Missing, $"{data.Root}, only {gigabytes:0.##} GB free", "Free some space, or set data: in voicemed.yaml to another disk.");
    }

    private CheckResult Keys()
    {
        if (!Directory.Exists(data.Keys))
        {
            return new CheckResult("keys", CheckState.Ok, "none yet: they are made when first needed");
        }

        var open = Directory.EnumerateFiles(data.Keys, "*", SearchOption.AllDirectories).Where(OthersMayRead).ToList();
        return open.Count == 0
            ? new CheckResult("keys", CheckState.Ok, data.Keys)
            : new CheckResult("keys", CheckState.Missing, $"{open[0]} can be read by others", $"Run 'chmod -R go= {data.Keys}'.");
    }

    private static bool OthersMayRead(string file) =>
        !OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead)) != 0;
}
