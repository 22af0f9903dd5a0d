using VoiceMed.Nlu.Packs;
using VoiceMed.Nlu.Templates;
using Xunit;

namespace VoiceMed.Nlu.Tests.Templates;

public sealed class TemplateParserTests
{
    private static readonly SourcePosition Start = new("t.yaml", 4, 10);

    [Theory]
    [InlineData("(a|b", 0, "never closed")]
    [InlineData("a | (b", 4, "never closed")]
    [InlineData("a)", 1, "without its opening")]
    [InlineData("(a|b;c)", 4, "cannot be mixed")]
    [InlineData("a; b", 1, "only within brackets")]
    [InlineData("[]", 1, "empty brackets")]
    [InlineData("(a|)", 0, "empty part")]
    [InlineData("{slot", 0, "never closed")]
    [InlineData("{}", 0, "name is missing")]
    [InlineData("{slot=}", 0, "needs a value")]
    [InlineData("<>", 0, "name is missing")]
    [InlineData("слово ~", 6, "right before a word")]
    [InlineData("~{slot}", 0, "cannot be applied")]
    [InlineData("(a; b; c; d; e)", 0, "at most 4 parts")]
    public void Parse_Mistake_LocatedError(string text, int offset, string says)
    {
        Assert.Null(TemplateParser.Parse(text, Start, false, out var error));

        Assert.Contains(says, error!.Text, StringComparison.Ordinal);
        Assert.Equal(Start.Column + offset, error.Position.Column);
        Assert.Equal(PackMessageCode.TemplateSyntax, error.Code);
    }

    [Fact]
    public void Parse_DeepNesting_RefusedNotOverflowed()
    {
        Assert.Null(TemplateParser.Parse(new string('(', 3_000) + "a", Start, false, out var error));

        Assert.Contains("nested deeper", error!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_LemmaOperatorOnAGroup_AppliesToEveryWord()
    {
        var choice = Assert.IsType<TemplateNode.Choice>(TemplateParser.Parse("~(визит|приём)", Start, false, out _));

        Assert.All(choice.Choices, c => Assert.True(Assert.IsType<TemplateNode.Word>(c).Inflected));
    }

    [Fact]
    public void Parse_EqualsInAList_IsExact() =>
        Assert.False(Assert.IsType<TemplateNode.Word>(TemplateParser.Parse("=ЭКГ", Start, true, out _)).Inflected);
}
