using System.Text;
using VoiceMed.Nlu.Language;
using VoiceMed.Nlu.Packs;
using VoiceMed.Nlu.Replies;
using VoiceMed.Nlu.Templates;
using VoiceMed.Nlu.Tests.TestData;
using Xunit;

namespace VoiceMed.Nlu.Tests.Fuzzing;

public sealed class ParserFuzzTests
{
    private static readonly SourcePosition Start = new("fuzz.yaml", 1, 1);
    private static readonly string[] TemplatePieces = ["покажи", "~", "(", ")", "[", "]", "{", "}", "<", ">", "|", ";", "=", ":", " ", "slot", "rule", "a", "ё", "\u0301", "\0", "😀", "number", "\\", "\n"];
    private static readonly string[] YamlPieces = ["intents", "rules", "lists", "sentences", "tests", "say", ":", " ", "\n", "  ", "- ", "[", "]", "{", "}", "\"", "'", "|", ">", "&a", "*a", "!!str", "#", "\t", "покажи", "%", "---", "?", ",", "\0", "😀", "visits.list", "dialogues", "turns"];
    private static readonly string[] Words = ["сто", "двадцать", "три", "тысяча", "тысяч", "миллион", "первый", "третьего", "марта", "январе", "за", "последние", "месяца", "вчера", "с", "по", "half", "twenty", "three", "hundred", "third", "of", "march", "last", "since", "2025", "99999999999999999999", "-1", "3", "", "полгода", "the", "minus", "point"];

    [Fact]
    public void TemplateParser_AnyText_ErrorOrTree()
    {
        var rounds = FuzzTime.Run(random =>
        {
            var text = Text(random, TemplatePieces, 60);
            var node = TemplateParser.Parse(text, Start, random.Next(2) == 0, out var error);
            Assert.True(node is null != error is null, text);
        });
        Assert.True(rounds > 10);
    }

    [Fact]
    public void ReplyTemplate_AnyText_ErrorOrTemplate() => FuzzTime.Run(random =>
    {
        var text = Text(random, TemplatePieces, 40);
        Assert.True(ReplyTemplate.Parse(text, Start, out var error) is null != error is null, text);
    });

    [Fact]
    public void PackStore_AnyYaml_ErrorsNeverACrash()
    {
        using var pack = new PackFolder();
        var original = PackFolder.Russian;
        FuzzTime.Run(random =>
        {
            var text = random.Next(3) == 0 ? Text(random, YamlPieces, 120) : Mutate(random, original);
            pack.Write("ru/all.yaml", text);
            using var store = pack.Load();
            Assert.All(store.Messages, m => Assert.True(m.Position.Line >= 1 && m.Position.Column >= 1));
            Assert.NotNull(store.Current.Intents);
        });
    }

    [Fact]
    public void EntityParsers_AnyWords_NothingOrWithinTheUtterance() => FuzzTime.Run(random =>
    {
        var tokens = Enumerable.Range(0, random.Next(1, 12)).Select(_ => Words[random.Next(Words.Length)]).ToArray();
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

    [Fact]
    public void Parse_AnyUtterance_NeverThrows()
    {
        using var pack = new PackFolder();
        using var store = pack.Load();
        string[] words = [.. Words, "покажи", "посещения", "из", "второй", "больницы", "ивановой", "и", "давление", "нет", "экстренный", "доступ"];
        FuzzTime.Run(random => Assert.NotNull(store.Current.Parse(Text(random, words, 20, " "), "ru").Explanation));
    }

    private static string Text(Random random, string[] pieces, int most, string between = "")
    {
        var text = new StringBuilder();
        for (var i = random.Next(most); i >= 0; i--)
            text.Append(pieces[random.Next(pieces.Length)]).Append(between);
        return text.ToString();
    }

    private static string Mutate(Random random, string text)
    {
        var mutated = new StringBuilder(text);
        for (var i = random.Next(1, 6); i > 0; i--)
        {
            var at = random.Next(mutated.Length);
            switch (random.Next(3))
            {
                case 0:
                    mutated.Remove(at, Math.Min(random.Next(1, 20), mutated.Length - at));
                    break;
                case 1:
                    mutated.Insert(at, YamlPieces[random.Next(YamlPieces.Length)]);
                    break;
                default:
                    mutated.Insert(at, TemplatePieces[random.Next(TemplatePieces.Length)]);
                    break;
            }
        }

        return mutated.ToString();
    }
}
