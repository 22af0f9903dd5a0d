using VoiceMed.Assistant.Authorising;
using Xunit;

namespace VoiceMed.Assistant.Tests.Authorising;

public class SecretHashTests
{
    [Fact]
    public void Matches_TheSecret_True() => Assert.True(SecretHash.Matches("2580", SecretHash.Create("2580")));

    [Fact]
    public void Matches_AnotherSecret_False() => Assert.False(SecretHash.Matches("2581", SecretHash.Create("2580")));

    [Fact]
    public void Create_Twice_DiffersBySalt() => Assert.NotEqual(SecretHash.Create("2580"), SecretHash.Create("2580"));

    [Theory]
    [InlineData("")]
    [InlineData("2580")]
    [InlineData("pbkdf2$0$AAAA$AAAA")]
    [InlineData("pbkdf2$999999999$AAAA$AAAA")]
    [InlineData("pbkdf2$1000$not base64$AAAA")]
    public void Matches_DamagedHash_False(string stored) => Assert.False(SecretHash.Matches("2580", stored));
}
