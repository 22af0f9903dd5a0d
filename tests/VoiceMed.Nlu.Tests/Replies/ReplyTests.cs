using VoiceMed.Nlu.Packs;
using VoiceMed.Nlu.Replies;
using VoiceMed.Nlu.Tests.TestData;
using Xunit;

namespace VoiceMed.Nlu.Tests.Replies;

public sealed class ReplyTests : IDisposable
{
    private static readonly Dictionary<string, string> None = [];
    private readonly PackFolder _pack = new();
    private readonly PackStore _store;

    public ReplyTests() => _store = _pack.Load();

    public void Dispose()
    {
        _store.Dispose();
        _pack.Dispose();
    }

    [Theory]
    [InlineData("1", "Нашлось 1 посещение.")]
    [InlineData("3", "Нашлось 3 посещения.")]
    [InlineData("11", "Нашлось 11 посещений.")]
    [InlineData("21", "Нашлось 21 посещение.")]
    public void Reply_Plural_AgreesWithTheNumber(string count, string starts) =>
        Assert.StartsWith(starts, _store.Current.Reply("visits.list", "many", "ru", new Dictionary<string, string> { ["count"] = count }).Speech, StringComparison.Ordinal);

    [Fact]
    public void Reply_Items_RenderedWithOptionalParts()
    {
        var reply = _store.Current.Reply("visits.list", "many", "ru", None,
        [
            new Dictionary<string, string> { ["date"] = "2025-03-03", ["hospital"] = "Центральная больница" },
            new Dictionary<string, string> { ["date"] = "2024-12-31" },
        ]);

        Assert.Equal("Нашлось 2 посещения. 3 марта 2025 года, Центральная больница", reply.Speech);
        Assert.Equal("31 декабря 2024 года", reply.Items[1]);
    }

    [Fact]
    public void Reply_NoReplyOfItsOwn_TakesTheSharedOne() =>
        Assert.Equal("Не могу: нет согласия.", _store.Current.Reply("cancel", "denied", "ru", new Dictionary<string, string> { ["reason"] = "нет согласия" }).Speech);

    [Fact]
    public void Reply_UnknownOutcome_Empty() => Assert.Same(Reply.Empty, _store.Current.Reply("cancel", "partial", "ru", None));

    [Theory]
    [InlineData("{a|plurl:x}", "no reply function")]
    [InlineData("{a|plural}", "needs an argument")]
    [InlineData("{a|date:x}", "takes no argument")]
    [InlineData("{a|case:locative}", "no case")]
    [InlineData("{a", "never closed")]
    [InlineData("[a", "never closed")]
    [InlineData("a]", "without its opening")]
    [InlineData("{ }", "no value's name")]
    public void Parse_Mistake_Says(string text, string says)
    {
        Assert.Null(ReplyTemplate.Parse(text, new SourcePosition("r.yaml", 1, 1), out var error));

        Assert.Contains(says, error!.Text, StringComparison.Ordinal);
    }
}
