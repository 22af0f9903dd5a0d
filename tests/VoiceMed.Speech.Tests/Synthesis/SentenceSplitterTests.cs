using FsCheck;
using FsCheck.Fluent;
using VoiceMed.Speech.Synthesis;
using Xunit;

namespace VoiceMed.Speech.Tests.Synthesis;

public sealed class SentenceSplitterTests
{
    [Theory]
    [InlineData("Давление 120 на 80. Пульс 72!", "Давление 120 на 80.|Пульс 72!")]
    [InlineData("Глюкоза 5.4 ммоль/л. Сегодня.", "Глюкоза 5.4 ммоль/л.|Сегодня.")]
    [InlineData("Врач И. И. Иванов, г. Москва. Далее", "Врач И. И. Иванов, г. Москва.|Далее")]
    [InlineData("Dr. Carter saw the patient. What else?", "Dr. Carter saw the patient.|What else?")]
    [InlineData("Первое;\nвторое", "Первое;|второе")]
    [InlineData("  \n ... ", "")]
    [InlineData("", "")]
    [InlineData("одно слово", "одно слово")]
    public void Split_Text_GivesItsSentences(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', SentenceSplitter.Split(text)));

    [Fact]
    public void Split_VeryLongSentence_IsCutAtACommaSoThatSoundStartsEarly()
    {
        var text = string.Join(", ", Enumerable.Range(1, 40).Select(static i => $"посещение номер {i}"));

        Assert.All(SentenceSplitter.Split(text), static piece => Assert.InRange(piece.Length, 1, 220));
        Assert.True(SentenceSplitter.Split(text).Count() > 2);
    }

    [Fact]
    public void Split_AnyText_LosesNoLetterOrDigit() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), static text =>
            string.Concat(SentenceSplitter.Split(text.Get)).Where(char.IsLetterOrDigit).SequenceEqual(text.Get.Where(char.IsLetterOrDigit)))
            .QuickCheckThrowOnFailure();
}
