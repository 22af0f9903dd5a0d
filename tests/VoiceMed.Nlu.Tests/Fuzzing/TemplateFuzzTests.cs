using VoiceMed.Nlu.Packs;
using VoiceMed.Nlu.Replies;
using VoiceMed.Nlu.Templates;
using Xunit;

namespace VoiceMed.Nlu.Tests.Fuzzing;

public sealed class TemplateFuzzTests
{
    private static readonly SourcePosition Start = new("fuzz.yaml", 1, 1);

    [Fact]
    public void TemplateParser_AnyText_ErrorOrTree()
    {
        var rounds = FuzzTime.Run(random =>
        {
            var text = FuzzText.Of(random, FuzzText.TemplatePieces, 60);
            var node = TemplateParser.Parse(text, Start, random.Next(2) == 0, out var error);
            Assert.True(node is null != error is null, text);
        });
        Assert.True(rounds > 10);
    }

    [Fact]
    public void ReplyTemplate_AnyText_ErrorOrTemplate() => FuzzTime.Run(random =>
    {
        var text = FuzzText.Of(random, FuzzText.TemplatePieces, 40);
        Assert.True(ReplyTemplate.Parse(text, Start, out var error) is null != error is null, text);
    });
}
