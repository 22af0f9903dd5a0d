using VoiceMed.LedgerClient.Grpc;

namespace VoiceMed.LedgerClient.Tests.Grpc;

public class GrpcChannelOptionsTests
{
    [Fact]
    public void KeepAlivePingDelay_UnderAMinute_IsRefusedBecausePeersDisconnect() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new GrpcChannelOptions { KeepAlivePingDelay = TimeSpan.FromSeconds(59) });

    [Fact]
    public void KeepAlivePingDelay_AMinute_IsTheDefaultAndTheLeast()
    {
        Assert.Equal(TimeSpan.FromSeconds(60), new GrpcChannelOptions().KeepAlivePingDelay);
        Assert.Equal(TimeSpan.FromSeconds(60), new GrpcChannelOptions { KeepAlivePingDelay = TimeSpan.FromSeconds(60) }.KeepAlivePingDelay);
    }

    [Theory]
    [InlineData("ftp://peer:7051")]
    [InlineData("https://peer:7051/path")]
    [InlineData("peer")]
    public void Channel_NoPeersAddress_IsRefused(string address) =>
        Assert.Throws<ArgumentException>(() => new GrpcChannel(new Uri(address, UriKind.RelativeOrAbsolute)));

    [Theory]
    [InlineData("Say")]
    [InlineData("/Say")]
    [InlineData("//Say")]
    [InlineData("/test.Echo/")]
    public void Method_PathWithoutServiceAndName_IsRefused(string path) => Assert.Throws<ArgumentException>(() =>
        new GrpcMethod<Google.Protobuf.WellKnownTypes.StringValue, Google.Protobuf.WellKnownTypes.StringValue>(
            path, Google.Protobuf.WellKnownTypes.StringValue.Parser));
}
