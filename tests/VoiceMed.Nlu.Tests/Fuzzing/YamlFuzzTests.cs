using VoiceMed.Nlu.Tests.TestData;
using Xunit;

namespace VoiceMed.Nlu.Tests.Fuzzing;

public sealed class YamlFuzzTests
{
    [Fact]
    public void PackStore_AnyYaml_ErrorsNeverACrash()
    {
        using var pack = new PackFolder();
        var original = PackFolder.Russian;
        FuzzTime.Run(random =>
        {
            var text = random.Next(3) == 0 ? FuzzText.Of(random, FuzzText.YamlPieces, 120) : FuzzText.Mutate(random, original);
            pack.Write("ru/all.yaml", FuzzText.Encode(random, text));
            using var store = pack.Load();
            Assert.All(store.Messages, m => Assert.True(m.Position.Line >= 1 && m.Position.Column >= 1));
            Assert.NotNull(store.Current.Intents);
        });
    }
}
