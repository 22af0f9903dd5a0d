using FsCheck;
using FsCheck.Fluent;
using VoiceMed.Nlu.Language;
using Xunit;

namespace VoiceMed.Nlu.Tests.Language.Phonetics;

public class PhoneticsTests
{
    [Theory]
    [InlineData("ru", "ковалёв", "кавалев")]
    [InlineData("ru", "тутаев", "тутаеф")]
    [InlineData("ru", "иванова", "ивонова")]
    [InlineData("ru", "соловьёв", "саловев")]
    [InlineData("en", "stephen", "stefin")]
    [InlineData("en", "knight", "nite")]
    [InlineData("en", "philips", "fillips")]
    public void Key_WordsThatSoundTheSame_IsShared(string language, string left, string right) =>
        Assert.Equal(Phonetics(language).Key(left), Phonetics(language).Key(right));

    [Theory]
    [InlineData("ru", "бисопролол", "бисопралол", "амлодипин")]
    [InlineData("ru", "кузнецова", "кузницова", "смирнова")]
    [InlineData("ru", "фёдоров", "федорав", "макаров")]
    [InlineData("en", "johnson", "jonson", "jackson")]
    [InlineData("en", "carter", "karter", "porter")]
    [InlineData("en", "amoxicillin", "amoxisilin", "atorvastatin")]
    public void Distance_GarbledWord_IsNearerThanAnotherWord(string language, string word, string garbled, string other)
    {
        var phonetics = Phonetics(language);
        Assert.True(phonetics.Distance(word, garbled) < 0.15, $"{phonetics.Distance(word, garbled)}");
        Assert.True(phonetics.Distance(word, other) > 0.2, $"{phonetics.Distance(word, other)}");
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public void Distance_AnyWords_IsSymmetricAndBetweenZeroAndOne(string language)
    {
        var phonetics = Phonetics(language);
        Prop.ForAll<NonNull<string>, NonNull<string>>((left, right) =>
        {
            var distance = phonetics.Distance(left.Get, right.Get);
            return distance is >= 0 and <= 1 && Math.Abs(distance - phonetics.Distance(right.Get, left.Get)) < 1e-6
                && phonetics.Distance(left.Get, left.Get) == 0;
        }).QuickCheckThrowOnFailure();
    }

    private static IPhonetics Phonetics(string language) => Languages.Default.Find(language)!.Phonetics;
}
