using VoiceMed.Auth.Challenge;

namespace VoiceMed.Auth.Tests.Challenge;

public sealed class SpokenDigitsTests
{
    [Theory]
    [InlineData("ноль один две три", "ru", "0123")]
    [InlineData("ассистент пять шесть", "ru", "56")]
    [InlineData("Zero, ONE two", "en", "012")]
    [InlineData("4 7 1 9", "en", "4719")]
    [InlineData("4719", "ru", "4719")]
    [InlineData("", "ru", null)]
    [InlineData("четыре семь покажи один девять", "ru", null)]
    [InlineData("four hundred", "en", null)]
    [InlineData("four", "ru", null)]
    public void Read_Text_GivesDigitsOrNothing(string text, string language, string? expected) =>
        Assert.Equal(expected, SpokenDigits.Read(text, language));
}
