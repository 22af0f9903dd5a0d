using VoiceMed.Nlu.Tests.TestData;
using Xunit;

namespace VoiceMed.Nlu.Tests.Fuzzing;

public sealed class UtteranceFuzzTests
{
    [Fact]
    public void Parse_AnyUtterance_NeverThrows()
    {
        using var pack = new PackFolder();
        using var store = pack.Load();
        string[] words = [.. FuzzText.NumberWords, "покажи", "посещения", "из", "второй", "больницы", "ивановой", "и", "давление", "нет", "экстренный", "доступ"];
        FuzzTime.Run(random => Assert.NotNull(store.Current.Parse(FuzzText.Of(random, words, 20, " "), "ru").Explanation));
    }
}
