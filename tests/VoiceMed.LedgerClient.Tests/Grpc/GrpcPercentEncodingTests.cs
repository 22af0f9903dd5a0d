using FsCheck;
using FsCheck.Fluent;
using VoiceMed.LedgerClient.Grpc;

namespace VoiceMed.LedgerClient.Tests.Grpc;

public class GrpcPercentEncodingTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("%D0%B2%D0%B8%D0%B7%D0%B8%D1%82", "визит")]
    [InlineData("%d0%b2", "в")]
    [InlineData("100%", "100%")]
    [InlineData("%4", "%4")]
    [InlineData("%zz", "%zz")]
    [InlineData("a%20b+c", "a b+c")]
    [InlineData("%FF", "\uFFFD")]
    [InlineData("", "")]
    public void Decode_Text_KeepsWhatIsMalformed(string encoded, string expected) =>
        Assert.Equal(expected, GrpcPercentEncoding.Decode(encoded));

    [Fact]
    public void Encode_AnyText_IsPrintableAsciiAndDecodesBack() => Prop.ForAll<NonNull<string>>(text =>
    {
        var valid = System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(text.Get));
        var encoded = GrpcPercentEncoding.Encode(valid);
        return encoded.All(character => character is >= ' ' and <= '~') && GrpcPercentEncoding.Decode(encoded) == valid;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Decode_AnyText_NeverThrows() =>
        Prop.ForAll<NonNull<string>>(text => GrpcPercentEncoding.Decode("%" + text.Get) is not null).QuickCheckThrowOnFailure();
}
