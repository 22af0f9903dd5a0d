using BenchmarkDotNet.Attributes;
using VoiceMed.Nlu;
using VoiceMed.Nlu.Packs;

namespace VoiceMed.Benchmarks;

/// <summary>What understanding one utterance costs with the clinical pack.</summary>
[MemoryDiagnoser]
public class ParseBenchmarks
{
    private IntentSet _intents = null!;

    [Params("покажи последние три посещения", "что там у него с давлением за неделю", "какая завтра погода")]
    public string Utterance { get; set; } = "";

    [GlobalSetup]
    public void Load() =>
        _intents = PackStore.Load(Path.Combine(Assistant.Hosting.InstallFolder.Find(), "nlu", "packs", "clinical"), new PackOptions()).Current;

    [Benchmark]
    public string Parse() => _intents.Parse(Utterance, "ru").Intent;
}
