using VoiceMed.LedgerClient.Grpc;

namespace VoiceMed.LedgerClient.Tests.Grpc;

public class GrpcMetadataTests
{
    [Fact]
    public void Add_BinaryValue_IsUnpaddedBase64()
    {
        var metadata = new GrpcMetadata();
        metadata.Add("Trace-Bin", [1, 2, 3, 4]);
        Assert.Equal(new KeyValuePair<string, string>("trace-bin", "AQIDBA"), Assert.Single(metadata));
    }

    [Fact]
    public void Add_UpperCaseName_IsLowered()
    {
        var metadata = new GrpcMetadata();
        metadata.Add("Request-Id", "7");
        Assert.Equal("request-id", Assert.Single(metadata).Key);
    }

    [Theory]
    [InlineData("grpc-timeout", "1S")]
    [InlineData("te", "x")]
    [InlineData("content-type", "x")]
    [InlineData("имя", "x")]
    [InlineData("two words", "x")]
    [InlineData("name", "врач")]
    [InlineData("name", "a\r\nb: c")]
    [InlineData("trace-bin", "text")]
    public void Add_NotAllowed_Throws(string name, string value) =>
        Assert.Throws<ArgumentException>(() => new GrpcMetadata().Add(name, value));
}
