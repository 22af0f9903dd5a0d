using VoiceMed.Speech.Recognition;
using VoiceMed.Speech.Tests.Support;

namespace VoiceMed.Speech.Tests.Recognition;

/// <summary>The two bundled models, loaded once for all tests of a class.</summary>
public sealed class RecognizerFixture : IDisposable
{
    public SpeechModel Russian { get; } = SpeechModel.Load(Repository.Model("ru"));

    public SpeechModel English { get; } = SpeechModel.Load(Repository.Model("en"));

    public SpeechModel Model(string language) => language == "ru" ? Russian : English;

    public void Dispose()
    {
        Russian.Dispose();
        English.Dispose();
    }
}
