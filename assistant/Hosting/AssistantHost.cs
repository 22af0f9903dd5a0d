using NodaTime.TimeZones;
using Serilog;
using VoiceMed.Assistant.Agents;
using VoiceMed.Assistant.Answering;
using VoiceMed.Assistant.Asking;
using VoiceMed.Assistant.Authorising;
using VoiceMed.Assistant.Bedside;
using VoiceMed.Assistant.Dialogue;
using VoiceMed.Assistant.Dialogue.Handlers;
using VoiceMed.Assistant.Hearing;
using VoiceMed.Assistant.Plugins;
using VoiceMed.Assistant.Screen;
using VoiceMed.Assistant.Services;
using VoiceMed.Assistant.Speaking;
using VoiceMed.Assistant.Wording;
using VoiceMed.Auth.Journal;
using VoiceMed.Auth.Liveness;
using VoiceMed.Auth.Policy;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Voiceprints;
using VoiceMed.Ledger;
using VoiceMed.LedgerClient;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;
using VoiceMed.Nlu.Language.Spoken;
using VoiceMed.Nlu.Packs;
using VoiceMed.Speech.Echo;
using VoiceMed.Speech.Models;
using VoiceMed.Speech.Recognition;
using VoiceMed.Speech.Synthesis;

namespace VoiceMed.Assistant.Hosting;

/// <summary>
/// The composed program: ledger, packs, models, voiceprints and policy, opened once and shared by every session. The only place
/// where the rooms are wired together. Thread-safe after <see cref="OpenAsync"/>.
/// </summary>
public sealed class AssistantHost : IAsyncDisposable, IBedsideSessionFactory
{
    private readonly List<IAsyncDisposable> _owned = [];
    private readonly LedgerLists _lists = new();
    private VoiceGateParts _gates = null!;
    private ConversationParts _conversations = null!;
    private ISynthesizer _synthesizer = null!;
    private HospitalServices? _services;
    private LanguageModelProposer? _proposer;
    private string? _digits;
    private readonly ScreenMemories _screens = new();
    private readonly Lock _reloading = new();

    private AssistantHost(VoiceMedConfig config, DataFolder data, TimeProvider time) =>
        (Config, Data, Time, Voiceprints) = (config, data, time, VoiceprintStore.InDataDirectory(data.Root));

    /// <summary>The configuration in force.</summary>
    public VoiceMedConfig Config { get; }

    /// <summary>Where everything lies that is written.</summary>
    public DataFolder Data { get; }

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; }

    /// <summary>The ledger.</summary>
    public IClinicalLedger Ledger { get; private set; } = null!;

    /// <summary>Compares voices; with libvosk's x-vectors in it where their model is installed.</summary>
    public SpeakerModel Speakers { get; private set; } = null!;

    /// <summary>Makes what hears.</summary>
    public RecognizerFactory Recognizers { get; private set; } = null!;

    /// <summary>The intent packs.</summary>
    public PackStore Packs { get; private set; } = null!;

    /// <summary>The doctors' voices; the one store of this process.</summary>
    public VoiceprintStore Voiceprints { get; }

    /// <summary>The doctors of the house.</summary>
    public DoctorDirectory Doctors => _gates.Doctors;

    /// <summary>Their accounts in the ledger; null while the channel has no hospital.</summary>
    public DoctorAccounts? Accounts { get; private set; }

    /// <summary>What the assistant itself says.</summary>
    public Phrasebook Phrases { get; } = Phrasebook.Load();

    /// <summary>The channel's hospitals.</summary>
    public HospitalNames Hospitals { get; private set; } = new([]);

    /// <summary>Is told of each session that opens, before its first event; null when nobody watches.</summary>
    public Action<BedsideSession>? SessionOpened { get; set; }

    /// <summary>Opens everything.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="data">The data folder.</param>
    /// <param name="options">What only some callers want otherwise.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="CommandLine.CommandException">Something is missing or damaged; the sentence says how to mend it.</exception>
    public static async Task<AssistantHost> OpenAsync(
        VoiceMedConfig config, DataFolder data, AssistantHostOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(config);
        ArgumentNullException.ThrowIfNull(data);
        options ??= new AssistantHostOptions();
        var host = new AssistantHost(config, data, options.Time);
        try
        {
            await host.OpenPartsAsync(options, cancellation).ConfigureAwait(false);
            return host;
        }
        catch
        {
            await host.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IBedsideSession> CreateAsync(BedsideTerminal terminal, string language, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(terminal);

        // Whoever was admitted since the last session can be named in this one.
        if (await RefreshListsAsync(cancellation).ConfigureAwait(false))
        {
            await Packs.RefreshListsAsync(cancellation).ConfigureAwait(false);
        }

        var gate = CreateGate(terminal.Id);
        var conversation = await CreateConversationAsync(terminal, language, gate, cancellation).ConfigureAwait(false);
        var echo = new EchoGuard();
        var recognizer = Recognizers.Create(language);
        var session = new BedsideSession(Guid.NewGuid().ToString("N"), new SessionParts(
            conversation, gate, recognizer, new EndpointPolicy(text => CompletenessOf(text, recognizer.LeadingLanguage)), echo,
            new AnswerSpeaker(_synthesizer, SpeechText.Expand, echo), Config, Time, _gates.Speakers.BeginUtterance()));
        SessionOpened?.Invoke(session);
        return session;
    }

    /// <summary>A gate for one session.</summary>
    /// <param name="terminal">The terminal, whose failures and sounds are remembered from session to session; null for none.</param>
    public ISpeakerGate CreateGate(string? terminal = null) => new VoiceGate(_gates, _digits is null ? terminal : null);

    /// <summary>A conversation at a terminal; its bed preselects a patient.</summary>
    public async ValueTask<Conversation> CreateConversationAsync(
        BedsideTerminal terminal, string language, ISpeakerGate gate, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(terminal);
        var conversation = new Conversation(_conversations, terminal, gate, language);
        if (terminal.Bed is { } bed && await InBedAsync(terminal.Hospital, bed, cancellation).ConfigureAwait(false) is { } patient)
        {
            conversation.Preselect(patient);
        }

        return conversation;
    }

    /// <summary>
    /// Takes up the voiceprints, the doctors' file and the policy as they lie on the disk; of a file with errors what was read before stays in
    /// force. Sessions that are open keep what they began with. Thread-safe.
    /// </summary>
    /// <returns>What has changed.</returns>
    /// <exception cref="VoiceprintStoreException">The voiceprints cannot be opened; all stays as it was.</exception>
    public DoctorChange ReloadDoctors()
    {
        lock (_reloading)
        {
            var voiceprints = Voiceprints.ReadAll();
            var active = voiceprints.Where(voiceprint => voiceprint.SuspendedAt is null).ToList();
            var former = _gates;
            _gates = new VoiceGateParts(
                new SpeakerIdentifier(Speakers, [.. active.Select(voiceprint => new EnrolledSpeaker(voiceprint.Doctor, voiceprint.Template))]),
                Kept(former?.Policy, () => Config.Policy is { } file ? PolicyFile.Load(file) : PolicyFile.LoadDefault()),
                Kept(former?.Doctors.With(active), () => DoctorDirectory.Load(Data.Doctors, active, EmployerOf)),
                new ReplayDetector(voiceprints.SelectMany(voiceprint => voiceprint.Fingerprints), capacity: 0), _screens,
                _digits is null ? new TemplateKeeper(Speakers, Voiceprints, () => ReloadDoctors()) : null, new SessionJournal(Data.Sessions),
                new DigitListener(Recognizers, Config.Languages), _digits, Time);
            return former is null ? DoctorChange.More : _gates.Doctors.Since(former.Doctors);
        }
    }

    /// <summary>Makes the accounts that are missing: whoever was enrolled while the ledger was not at hand would be refused by it for want of one.</summary>
    /// <exception cref="LedgerClient.Errors.LedgerException">The ledger cannot be asked or written now.</exception>
    public async Task LinkDoctorsAsync(CancellationToken cancellation = default)
    {
        Accounts = await DoctorAccounts.OfAsync(Ledger, Config.Home, cancellation).ConfigureAwait(false);
        foreach (var (doctor, why) in Accounts is null ? [] : await Accounts.EnsureMissingAsync(Doctors.All, cancellation).ConfigureAwait(false))
        {
            Log.Warning("The doctor {Doctor} has no account in the ledger and will be refused: {Why}", doctor.Value, why);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var part in Enumerable.Reverse(_owned))
        {
            await part.DisposeAsync().ConfigureAwait(false);
        }

        Recognizers?.Dispose();
        _services?.Dispose();
        _proposer?.Dispose();
        Packs?.Dispose();
    }

    private async Task OpenPartsAsync(AssistantHostOptions options, CancellationToken cancellation)
    {
        var install = InstallFolder.Find();
        var ledger = await LedgerOpener.OpenAsync(Config, Data, Time, cancellation).ConfigureAwait(false);
        Ledger = ledger.Ledger;
        _owned.Add(ledger);
        Hospitals = new HospitalNames(await Ledger.GetHospitalsAsync(cancellation).ConfigureAwait(false));
        await RefreshListsAsync(cancellation).ConfigureAwait(false);
        Packs = OpenPacks(install);
        Recognizers = new RecognizerFactory(OpenModels(), () => Packs.Current);
        _synthesizer = new EspeakSynthesizer();
        _digits = options.Digits;
        Speakers = SpeakerSystem.Open(folder: null, static why => Log.Warning("{Why}", why));
        ReloadDoctors();
        await LinkDoctorsAsync(cancellation).ConfigureAwait(false);
        _conversations = ComposeConversations();
        foreach (var language in Config.Languages)
        {
            // No doctor should wait for what the first sentence trains and compiles.
            Packs.Current.WarmUp(language);
        }

        Recognizers.WarmUp();
    }

    // A voice that was taken away must go even while another file has an error in it.
    private static T Kept<T>(T? former, Func<T> load)
        where T : class
    {
        try
        {
            return load();
        }
        catch (Exception e) when (former is not null && e is InvalidDataException or PolicyException or IOException or UnauthorizedAccessException)
        {
            Log.Error("{Trouble}; what was read before stays in force", e.Message);
            return former!;
        }
    }

    private HospitalId? EmployerOf(DoctorId doctor) => (Ledger as EmbeddedLedger)?.Accounts.Find(doctor)?.Hospital;

    private ConversationParts ComposeConversations()
    {
        var zone = BclDateTimeZone.FromTimeZoneInfo(Time.LocalTimeZone);
        var catalogue = new OperationCatalogue();
        var questions = new LedgerQuestions(new LedgerDesk(Ledger, catalogue), new ArgumentBinder(catalogue), Hospitals, Time);
        var cards = new CardBuilder(Phrases);
        var replies = new PackReplyWriter(() => Packs.Current);
        var hints = new PackHints(() => Packs.Current);
        var patients = new PatientHandler(questions, cards, Phrases, replies, Time);
        var answers = new LedgerQuestionHandler(questions, cards, new ReplyValues(Phrases, zone), replies, Time);
        return new ConversationParts(
            Ledger,
            () => Packs.Current,
            [
                patients, new DocumentHandler(questions, answers, patients, Phrases), new NavigationHandler(Phrases), new SpeechHandler(Phrases),
                new HelpHandler(hints, Phrases, Time), new EmergencyHandler(questions, Phrases, zone), .. Extensions(questions, replies), answers,
            ],
            patients, replies, hints, Phrases, Time, Config.PrivateAudio)
        {
            Proposer = _proposer = Config.LanguageModel is { } model ? new LanguageModelProposer(model, Time) : null,
        };
    }

    // What a hospital's own packs and plug-ins add.
    private IEnumerable<IIntentHandler> Extensions(LedgerQuestions questions, PackReplyWriter replies)
    {
        _services = new HospitalServices(Config.ServiceHosts, Time);
        var offered = new ServiceCollection()
            .AddSingleton(Ledger).AddSingleton<IReplyWriter>(replies).AddSingleton(Phrases).AddSingleton(Time).BuildServiceProvider();
        var plugins = PluginLoader.Load(Config.Plugins, offered, trouble => Log.Error("{Plugin}", trouble));
        yield return new ServiceCallHandler(() => Packs.Current, _services, questions, replies, Phrases, Time);
        yield return new PluginHandler(() => Packs.Current, plugins, Phrases);
        yield return new SpokenReplyHandler(() => Packs.Current, replies, Time);
    }

    private PackStore OpenPacks(string install)
    {
        var store = PackStore.Load(
            [Path.Combine(install, "nlu", "packs", "clinical"), .. Config.Packs],
            new PackOptions
            {
                Operations = new OperationCatalogue().Signatures(),
                ServiceHosts = Config.ServiceHosts,
                DynamicLists = _lists,
            });
        return store.Current.Intents.Count > 0
            ? store
            : throw new CommandLine.CommandException($"No intent could be loaded: {store.Errors.FirstOrDefault()?.ToString() ?? "the packs are empty"}.");
    }

    private List<SpeechModel> OpenModels()
    {
        var catalog = ModelCatalog.Load();
        return [.. Config.Languages.Select(language => SpeechModel.Load(catalog.Resolve(language, Config.Models.GetValueOrDefault(language)), language))];
    }

    private async Task<bool> RefreshListsAsync(CancellationToken cancellation)
    {
        var patients = new List<Patient>();
        foreach (var hospital in Hospitals.All)
        {
            patients.AddRange(await InWardAsync(hospital.Id, "packs.refresh", cancellation).ConfigureAwait(false));
        }

        return _lists.Replace(Hospitals.All, patients);
    }

    private async ValueTask<Patient?> InBedAsync(HospitalId hospital, string bed, CancellationToken cancellation) =>
        (await InWardAsync(hospital, "bed.preselect", cancellation).ConfigureAwait(false)).FirstOrDefault(patient => patient.Bed == bed);

    private async ValueTask<IReadOnlyList<Patient>> InWardAsync(HospitalId hospital, string turn, CancellationToken cancellation)
    {
        var access = new AccessContext { Role = "system", Purpose = "TREAT", Turn = $"{turn}:{hospital}", Hospital = hospital };
        return (await Ledger.FindPatientsAsync(null, null, access, cancellation).ConfigureAwait(false)).Items;
    }

    // What the dialogue fills in by itself, the patient above all, is not missing.
    private Completeness CompletenessOf(string text, string language)
    {
        var parsed = Packs.Current.Parse(text, language);
        return !parsed.IsUnderstood ? Completeness.Unknown
            : parsed.Missing.All(slot => parsed.Intents[0].Contract.Slots[slot].Inherit is not null)
                && parsed.Intents[0].Source == Nlu.Parsing.MatchSource.Template ? Completeness.Whole
            : Completeness.Begun;
    }
}
