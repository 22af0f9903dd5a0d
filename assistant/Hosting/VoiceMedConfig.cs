namespace VoiceMed.Assistant.Hosting;

/// <summary>
/// The configuration file <c>voicemed.yaml</c>, one property a key. Every key may be left out; without a file everything has its default.
/// </summary>
public sealed class VoiceMedConfig
{
    /// <summary>Where the bedside page and REST are served. Default: <c>http://127.0.0.1:8080</c>.</summary>
    public string Listen { get; init; } = "http://127.0.0.1:8080";

    /// <summary>The certificate of a <see cref="Listen"/> that begins with <c>https</c>. Default: none.</summary>
    public TlsConfig? Tls { get; init; }

    /// <summary>Where the admin's page is served: another origin than the bedside. Default: <c>http://127.0.0.1:8081</c>.</summary>
    public string Admin { get; init; } = "http://127.0.0.1:8081";

    /// <summary>Origins (<c>https://bedside.hospital.example</c>) whose pages may connect, where TLS stands in front. Default: this machine only.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>The data folder; relative to the configuration file. Default: see <see cref="DataFolder.Choose"/>.</summary>
    public string? Data { get; init; }

    /// <summary>The languages that are active at once, the leading one first. Default: <c>[ru, en]</c>.</summary>
    public IReadOnlyList<string> Languages { get; init; } = ["ru", "en"];

    /// <summary>
    /// Which ledger stands behind the assistant: <c>embedded</c> or <c>fabric</c>. Default: <c>fabric</c> where <c>VOICEMED_FABRIC</c> names a
    /// connection profile, else <c>embedded</c>.
    /// </summary>
    public string Ledger { get; init; } = FabricVariable is null ? "embedded" : "fabric";

    /// <summary>The Fabric connection profile, where <see cref="Ledger"/> is <c>fabric</c>. Default: <c>VOICEMED_FABRIC</c>.</summary>
    public string? FabricProfile { get; init; }

    /// <summary>What <c>VOICEMED_FABRIC</c> names; null when it is not set.</summary>
    internal static string? FabricVariable => Environment.GetEnvironmentVariable("VOICEMED_FABRIC") is { Length: > 0 } path ? path : null;

    /// <summary>Folders of recognition models by language. Default: the catalogue's choice.</summary>
    public IReadOnlyDictionary<string, string> Models { get; init; } = new Dictionary<string, string>();

    /// <summary>Intent pack folders besides the clinical pack that comes with VoiceMed. Default: none.</summary>
    public IReadOnlyList<string> Packs { get; init; } = [];

    /// <summary>
    /// Hosts of the hospital's own services that intents' GET and POST calls may reach, <c>name</c> or <c>name:port</c>. Default: none.
    /// </summary>
    public IReadOnlyList<string> ServiceHosts { get; init; } = [];

    /// <summary>The folder of plug-ins with handlers of intents. Whoever can write to it runs code here. Default: none.</summary>
    public string? Plugins { get; init; }

    /// <summary>A language model in the house that may propose an intent for words nobody understood. Default: none.</summary>
    public LanguageModelConfig? LanguageModel { get; init; }

    /// <summary>The policy file. Default: the one that comes with VoiceMed.</summary>
    public string? Policy { get; init; }

    /// <summary>How long, in seconds, an answer may be followed up without the wake word. Default: 8.</summary>
    public int FollowUpSeconds { get; init; } = 8;

    /// <summary>The wake words by language. Default: <c>ассистент</c> and <c>assistant</c>.</summary>
    public IReadOnlyDictionary<string, string> WakeWords { get; init; } =
        new Dictionary<string, string> { ["ru"] = "ассистент", ["en"] = "assistant" };

    /// <summary>Whether restricted data may be spoken because the doctor wears a headset. Default: false.</summary>
    public bool PrivateAudio { get; init; }

    /// <summary>The bedside terminals; without any, one terminal named <c>bedside</c> serves this machine only.</summary>
    public IReadOnlyList<TerminalConfig> Terminals { get; init; } = [];

    /// <summary>The hospital the house belongs to: its first terminal's; null for the channel's first.</summary>
    internal string? Home => Terminals is [var first, ..] ? first.Hospital : null;

    /// <summary>Folders watched for FHIR files of hospitals' own systems. Default: none.</summary>
    public IReadOnlyList<ImportConfig> Imports { get; init; } = [];
}
