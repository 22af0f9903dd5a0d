using VoiceMed.Assistant.Authorising;
using VoiceMed.Assistant.Dialogue;
using VoiceMed.Assistant.Hosting;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;
using Xunit;

namespace VoiceMed.Assistant.Tests.Harness;

/// <summary>The demo city with what an integrator adds: the sample packs, a service of the hospital, a plug-in and a language model.</summary>
public sealed class ExtendedHouse : IAsyncLifetime
{
    private readonly string _root = Directory.CreateTempSubdirectory("voicemed-extended-").FullName;

    public ScriptedService Service { get; private set; } = null!;

    /// <summary>A server whose host is on nobody's list.</summary>
    public ScriptedService Stranger { get; private set; } = null!;

    public ScriptedService Model { get; private set; } = null!;

    public AssistantHost Host { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Service = await ScriptedService.StartAsync();
        Stranger = await ScriptedService.StartAsync();
        Model = await ScriptedService.StartAsync();
        var samples = Path.Combine(InstallFolder.Find(), "samples");
        var config = new VoiceMedConfig
        {
            Ledger = "embedded",
            Packs = [CopyPack(Path.Combine(samples, "blood-type"), "blood-type"), CopyPack(Path.Combine(samples, "BodyMassIndex", "pack"), "bmi"), WriteOrders()],
            ServiceHosts = [Service.Host, "127.0.0.1:1"],
            Plugins = CopyPlugins(Path.Combine(samples, "BodyMassIndex"), Path.Combine(InstallFolder.Find(), "tests", "FaultyPlugin")),
            LanguageModel = new LanguageModelConfig { Endpoint = Model.Address + "/v1", Model = "test", TimeoutSeconds = 2 },
        };
        var data = new DataFolder(Path.Combine(_root, "data"));
        await DemoHouse.PrepareAsync(data, config);
        Host = await AssistantHost.OpenAsync(config, data);
    }

    /// <summary>A conversation in which a doctor has given the second factor and a patient is confirmed.</summary>
    public async Task<(Conversation Conversation, ISpeakerGate Gate)> SignedInAsync(string language, string? patient = "patient-1")
    {
        var gate = Host.CreateGate();
        var conversation = await Host.CreateConversationAsync(DemoHouse.Terminal(language), language, gate);
        gate.TrustOperator(new DoctorId(language == "ru" ? "smirnova" : "carter"));
        if (patient is not null)
        {
            conversation.Identify(await PatientAsync(patient));
        }

        return (conversation, gate);
    }

    public async Task<Patient> PatientAsync(string id) =>
        (await Host.Ledger.GetPatientAsync(new PatientId(id), new AccessContext { Role = "system", Purpose = "TREAT", Turn = "test.patient" })).Items[0];

    /// <summary>The audit entries a turn left in the patient's history.</summary>
    public async Task<IReadOnlyList<AccessRecord>> AuditOfAsync(string patient, string turn)
    {
        var access = new AccessContext { Doctor = new DoctorId("admin"), Role = "admin", Purpose = "HOPERAT", Turn = Guid.NewGuid().ToString("N"), Hospital = new HospitalId("hospital-1") };
        var history = await Host.Ledger.GetAccessHistoryAsync(new PatientId(patient), null, null, access);
        return [.. history.Items.Where(entry => entry.Turn == turn)];
    }

    public async Task DisposeAsync()
    {
        await Host.DisposeAsync();
        await Service.DisposeAsync();
        await Stranger.DisposeAsync();
        await Model.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    private string CopyPack(string from, string name)
    {
        foreach (var file in Directory.GetFiles(from, "*.yaml", SearchOption.AllDirectories))
        {
            var to = Path.Combine(_root, name, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.WriteAllText(to, File.ReadAllText(file).Replace("http://localhost:9000", Service.Address, StringComparison.Ordinal));
        }

        return Path.Combine(_root, name);
    }

    private string CopyPlugins(params ReadOnlySpan<string> projects)
    {
        var folder = Path.Combine(_root, "plugins");
        foreach (var project in projects)
        {
            var name = Path.GetFileName(project);
            var built = Directory.GetFiles(Path.Combine(project, "bin"), name + ".dll", SearchOption.AllDirectories).MaxBy(File.GetLastWriteTimeUtc)!;
            Directory.CreateDirectory(Path.Combine(folder, name));
            File.Copy(built, Path.Combine(folder, name, name + ".dll"));
        }

        File.WriteAllText(Path.Combine(folder, "broken.dll"), "no assembly");
        return folder;
    }

    private string WriteOrders()
    {
        var pack = Path.Combine(_root, "orders");
        Write(Path.Combine(pack, "intents", "orders.yaml"), $$"""
            intents:
              ward.call:
                summary: Calls the porter to the ward.
                slots: { ward: number }
                call: { post: "{{Service.Address}}/porter", parameters: { ward: $ward, reason: transport }, result: "$.tickets[0].number", timeout: 0.5 }
                confirm: explicit
              kitchen.menu:
                summary: Reads the kitchen's menu.
                call: { get: "{{Stranger.Address}}/menu" }
              lab.queue:
                summary: Says how long the queue is in the laboratory.
                call: { get: "http://127.0.0.1:1/queue", timeout: 2 }
              roof.weather:
                summary: Answers with a plug-in that is not there.
                call: { handler: WeatherHandler }
              roof.antenna:
                summary: Answers with a plug-in that gives up waiting.
                call: { handler: TimedOutHandler }
              roof.compass:
                summary: Answers with a plug-in that does not know what it handles.
                call: { handler: UndecidedHandler }
              ward.phone:
                summary: Says the ward's telephone number.
            """);
        Write(Path.Combine(pack, "en", "orders.yaml"), """
            intents:
              ward.call:
                sentences: ["call the porter [to ward {ward}]"]
                confirm: ["Call the porter?"]
                replies: { one: ["The porter comes, ticket {value}."], none: ["Nobody came."], denied: ["No."], error: ["That did not work: {reason}."] }
              kitchen.menu: { sentences: [read the kitchen menu], replies: { one: ["{value}"], none: ["None."], denied: ["No."], error: ["That did not work: {reason}."] } }
              lab.queue: { sentences: [how long is the laboratory queue], replies: { one: ["{value}"], none: ["None."], denied: ["No."], error: ["That did not work: {reason}."] } }
              roof.weather: { sentences: [look through the roof window], replies: { one: ["{value}"], none: ["None."], denied: ["No."], error: ["That did not work: {reason}."] } }
              roof.antenna: { sentences: [ask the roof antenna], replies: { one: ["{value}"], none: ["None."], denied: ["No."], error: ["That did not work: {reason}."] } }
              roof.compass: { sentences: [read the roof compass], replies: { one: ["{value}"], none: ["None."], denied: ["No."], error: ["That did not work: {reason}."] } }
              ward.phone: { sentences: [tell me the telephone number of the ward], replies: { done: ["The number is four two."] } }
            """);
        return pack;
    }

    private static void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
