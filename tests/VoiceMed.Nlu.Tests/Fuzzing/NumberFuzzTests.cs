using VoiceMed.Nlu.Language;
using Xunit;

namespace VoiceMed.Nlu.Tests.Fuzzing;

public sealed class NumberFuzzTests
{
    [Fact]
    public void EntityParsers_AnyWords_NothingOrWithinTheUtterance() => FuzzTime.Run(random =>
    {
        var tokens = Enumerable.Range(0, random.Next(1, 12)).Select(_ => FuzzText.NumberWords[random.Next(FuzzText.NumberWords.Length)]).ToArray();
        foreach (var language in Languages.Default.All)
        {
            foreach (var type in new[] { "number", "ordinal", "date", "period", "time" })
            {
                for (var start = 0; start < tokens.Length; start++)
                {
                    if (language.EntityParser(type)!.TryParse(tokens, start, out var entity))
                        Assert.True(entity.TokenCount >= 1 && start + entity.TokenCount <= tokens.Length && entity.Value.Length > 0, $"{type}: {string.Join(' ', tokens)}");
                }
            }
        }
    });
}
