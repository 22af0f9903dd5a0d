using System.Net;
using System.Net.Http.Json;
using System.Text;
using VoiceMed.Assistant.Admin.SignIn;
using VoiceMed.EndToEnd.Tests.Harness;
using Xunit;

namespace VoiceMed.EndToEnd.Tests.Admin;

/// <summary>Nobody reaches anything of the admin's without key and code.</summary>
public class SignInTests
{
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Code_OfRfc6238AppendixB_IsTheSame(long seconds, string code)
    {
        var step = TimeBasedCode.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds));

        Assert.Equal(code, TimeBasedCode.At(Encoding.ASCII.GetBytes("12345678901234567890"), step));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Base32_OfRfc4648_IsTheSame(string text, string encoded) => Assert.Equal(encoded, Base32.Encode(Encoding.ASCII.GetBytes(text)));

    [Theory]
    [InlineData("GET", "api/health")]
    [InlineData("GET", "api/screens")]
    [InlineData("GET", "api/doctors")]
    [InlineData("POST", "api/enrolments")]
    [InlineData("POST", "api/intents/reload")]
    [InlineData("GET", "API/doctors")]
    public async Task Endpoint_NotSignedIn_IsUnauthorized(string method, string path)
    {
        await using var host = await AdminHost.StartAsync();
        using var client = host.Client();

        using var response = await client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task SignIn_KeyAndCode_OpensEverythingOnce()
    {
        await using var host = await AdminHost.StartAsync();
        var code = host.Code();
        using var first = host.Client();
        using var second = host.Client();

        using var good = await first.PostAsJsonAsync("api/session", new { key = host.Key, code });
        using var replayed = await second.PostAsJsonAsync("api/session", new { key = host.Key, code });
        using var health = await first.GetAsync(new Uri("api/health", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NoContent, good.StatusCode);
        Assert.Contains(good.Headers.GetValues("Set-Cookie"), cookie => cookie.Contains("httponly", StringComparison.OrdinalIgnoreCase) && cookie.Contains("samesite=strict", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(HttpStatusCode.Unauthorized, replayed.StatusCode);
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    [Fact]
    public async Task SignIn_GuessedTooOften_IsBlockedEvenWithTheRightCode()
    {
        await using var host = await AdminHost.StartAsync();
        using var client = host.Client();
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await client.PostAsJsonAsync("api/session", new { key = host.Key, code = "000000" });
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        }

        using var right = await client.PostAsJsonAsync("api/session", new { key = host.Key, code = host.Code() });

        Assert.Equal(HttpStatusCode.Unauthorized, right.StatusCode);
    }

    [Fact]
    public async Task Change_WithoutThePagesHeader_IsForbidden()
    {
        await using var host = await AdminHost.StartAsync();
        using var client = await host.SignInAsync();
        client.DefaultRequestHeaders.Remove("X-VoiceMed");

        using var response = await client.PostAsync(new Uri("api/intents/reload", UriKind.Relative), null);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task SignOut_ThenAsk_IsUnauthorized()
    {
        await using var host = await AdminHost.StartAsync();
        using var client = await host.SignInAsync();

        using var gone = await client.DeleteAsync(new Uri("api/session", UriKind.Relative));
        using var after = await client.GetAsync(new Uri("api/health", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Unauthorized, after.StatusCode);
    }

    [Fact]
    public async Task Phrase_TooLong_IsRefused()
    {
        await using var host = await AdminHost.StartAsync();
        using var client = await host.SignInAsync();
        using var begun = await client.PostAsync(new Uri("api/enrolments", UriKind.Relative), null);
        var id = (string?)(await begun.Content.ReadFromJsonAsync<System.Text.Json.Nodes.JsonNode>())!["id"];

        using var tooLong = await client.PostAsync(new Uri($"api/enrolments/{id}/phrases?language=en", UriKind.Relative), new ByteArrayContent(new byte[640_002]));
        using var odd = await client.PostAsync(new Uri($"api/enrolments/{id}/phrases?language=en", UriKind.Relative), new ByteArrayContent(new byte[3]));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooLong.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, odd.StatusCode);
    }
}
