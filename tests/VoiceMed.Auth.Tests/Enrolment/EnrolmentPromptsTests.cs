using VoiceMed.Auth.Challenge;
using VoiceMed.Auth.Enrolment;

namespace VoiceMed.Auth.Tests.Enrolment;

public sealed class EnrolmentPromptsTests
{
    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public void Draw_ManyTimes_EightPhrasesWithEveryDigitTwiceAndNeverTheSameTwice(string language)
    {
        var drawn = Enumerable.Range(0, 50).Select(_ => EnrolmentPrompts.Draw(language)).ToArray();

        Assert.All(drawn, prompts =>
        {
            Assert.Equal(EnrolmentPrompts.Count, prompts.Distinct().Count());
            var digits = string.Concat(prompts.Select(prompt => SpokenDigits.Read(prompt, language)));
            Assert.Equal("00112233445566778899", string.Concat(digits.Order()));
        });
        Assert.Equal(drawn.Length, drawn.Select(prompts => string.Join('|', prompts)).Distinct().Count());
    }
}
