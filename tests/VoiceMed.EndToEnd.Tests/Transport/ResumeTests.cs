using System.Net.WebSockets;
using VoiceMed.Assistant.Screen;
using VoiceMed.Assistant.Screen.Commands;
using VoiceMed.Assistant.Screen.Events;
using VoiceMed.Assistant.Screen.Transport;
using VoiceMed.EndToEnd.Tests.Bedside;
using VoiceMed.EndToEnd.Tests.Harness;
using Xunit;

namespace VoiceMed.EndToEnd.Tests.Transport;

/// <summary>A screen that comes back finds what it left, and nothing happens twice.</summary>
public class ResumeTests
{
    [Fact]
    public async Task Resume_AfterCut_PaintsThePictureAndTellsTheSession()
    {
        await using var server = await ScreenServer.StartAsync();
        var (first, welcome) = await ScreenClient.OpenAsync(server);
        var session = await server.Sessions.NextAsync();
        session.Say([.. Pictures.Doctor(), new SayEvent(1, "…", "ru"), new CardEvent(Pictures.Visits())]);
        var card = await first.EventAsync("card");
        first.Socket.Abort();

        var (second, again) = await ScreenClient.OpenAsync(server, welcome.GetProperty("session").GetString());

        Assert.True(again.GetProperty("resumed").GetBoolean());
        Assert.Equal(card.GetProperty("id").GetInt64(), again.GetProperty("id").GetInt64());
        Assert.Equal("Иванова Мария Петровна", (await second.EventAsync("patient")).GetProperty("patient").GetProperty("name").GetString());
        Assert.Equal("visits", (await second.EventAsync("card")).GetProperty("card").GetProperty("kind").GetString());
        await session.NextAsync<ResumeCommand>();
        await first.DisposeAsync();
        await second.DisposeAsync();
    }

    [Fact]
    public async Task Resume_WhileAway_ReceivesWhatHappenedAndNoSpeech()
    {
        await using var server = await ScreenServer.StartAsync();
        var (first, welcome) = await ScreenClient.OpenAsync(server);
        var session = await server.Sessions.NextAsync();
        first.Socket.Abort();
        await Eventually.HoldsAsync(() => server.Screens.Snapshot() is [{ Connected: false }], "the cut is noticed");
        session.Say(new SayEvent(1, "пять посещений", "ru"), new SayAudioEvent(1, 0, true, new byte[100]), new CardEvent(Pictures.Visits()), new HintsEvent(["конец"]));
        await Eventually.HoldsAsync(() => server.Screens.Snapshot().Count == 1, "the session stays");

        var (second, _) = await ScreenClient.OpenAsync(server, welcome.GetProperty("session").GetString());

        var seen = new List<string>();
        while (!seen.Contains("hints"))
        {
            var (type, bytes) = await second.ReceiveAsync();
            Assert.Equal(WebSocketMessageType.Text, type);
            seen.Add(System.Text.Json.JsonDocument.Parse(bytes).RootElement.GetProperty("event").GetString()!);
        }

        Assert.Contains("card", seen);
        Assert.DoesNotContain("say", seen);
        await first.DisposeAsync();
        await second.DisposeAsync();
    }

    [Fact]
    public async Task Picture_AfterBlank_HoldsNothingOfThePatient()
    {
        await using var server = await ScreenServer.StartAsync();
        var (first, welcome) = await ScreenClient.OpenAsync(server);
        var session = await server.Sessions.NextAsync();
        session.Say([.. Pictures.Doctor(), new CardEvent(Pictures.Visits()), new BlankEvent("trust.lost", "Данные скрыты."), new SettingsEvent("ru", false, 50)]);
        await first.EventAsync("settings");
        first.Socket.Abort();

        var (second, _) = await ScreenClient.OpenAsync(server, welcome.GetProperty("session").GetString());

        var text = new System.Text.StringBuilder();
        session.Say(new HintsEvent(["конец"]));
        while (!text.ToString().Contains("конец", StringComparison.Ordinal))
        {
            text.Append(System.Text.Encoding.UTF8.GetString((await second.ReceiveAsync()).Bytes));
        }

        Assert.DoesNotContain("Иванова", text.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Стенокардия", text.ToString(), StringComparison.Ordinal);
        await first.DisposeAsync();
        await second.DisposeAsync();
    }

    [Fact]
    public async Task Resume_ByNewerConnection_ClosesTheOlder()
    {
        await using var server = await ScreenServer.StartAsync();
        var (first, welcome) = await ScreenClient.OpenAsync(server);

        var (second, _) = await ScreenClient.OpenAsync(server, welcome.GetProperty("session").GetString());

        Assert.Equal(ScreenCloseCode.Replaced, await first.CloseCodeAsync());
        await first.DisposeAsync();
        await second.DisposeAsync();
    }

    [Fact]
    public async Task Resume_UnknownSession_OpensANewOne()
    {
        await using var server = await ScreenServer.StartAsync();

        var (client, welcome) = await ScreenClient.OpenAsync(server, "0123456789abcdef");

        Assert.False(welcome.GetProperty("resumed").GetBoolean());
        await client.DisposeAsync();
    }

    [Fact]
    public async Task Session_ScreenStaysAway_IsForgotten()
    {
        await using var server = await ScreenServer.StartAsync(new ScreenOptions { ResumeWindow = TimeSpan.FromMilliseconds(200) });
        var (client, _) = await ScreenClient.OpenAsync(server);
        var session = await server.Sessions.NextAsync();

        client.Socket.Abort();

        await Eventually.HoldsAsync(() => session.Disposed && server.Screens.Snapshot().Count == 0, "the session is disposed");
        await client.DisposeAsync();
    }

    [Fact]
    public async Task Session_EndedOrFailed_ClosesItsScreenOnly()
    {
        await using var server = await ScreenServer.StartAsync();
        var (ended, welcome) = await ScreenClient.OpenAsync(server);
        await server.Sessions.NextAsync();
        var (failed, _) = await ScreenClient.OpenAsync(server);
        (await server.Sessions.NextAsync()).Fail(new InvalidOperationException("the recogniser broke"));

        await server.Screens.EndAsync(welcome.GetProperty("session").GetString()!);

        Assert.Equal(ScreenCloseCode.SessionEnded, await ended.CloseCodeAsync());
        Assert.Equal(ScreenCloseCode.SessionEnded, await failed.CloseCodeAsync());
        await ended.DisposeAsync();
        await failed.DisposeAsync();
    }

    [Fact]
    public async Task Screen_TooSlowToReceive_IsDroppedAndMayResume()
    {
        await using var server = await ScreenServer.StartAsync(new ScreenOptions { MaxQueuedBytes = 200_000 });
        var (client, welcome) = await ScreenClient.OpenAsync(server);
        var session = await server.Sessions.NextAsync();

        for (var sentence = 0; sentence < 400; sentence++)
        {
            session.Say(new SayAudioEvent(1, sentence, false, new byte[50_000]));
        }

        Assert.True(await client.CloseCodeAsync() is ScreenCloseCode.TooSlow or 1006);
        var (again, resumed) = await ScreenClient.OpenAsync(server, welcome.GetProperty("session").GetString());
        Assert.True(resumed.GetProperty("resumed").GetBoolean());
        await client.DisposeAsync();
        await again.DisposeAsync();
    }

    [Fact]
    public async Task Sound_WithAGap_TellsTheSession()
    {
        await using var server = await ScreenServer.StartAsync();
        var (client, _) = await ScreenClient.OpenAsync(server);
        var session = await server.Sessions.NextAsync();

        await client.SendBytesAsync([1, 0, 0, 0, 0, 1, 0]);
        await client.SendBytesAsync([1, 9, 0, 0, 0, 1, 0]);

        await session.NextAsync<ResumeCommand>();
        await client.DisposeAsync();
    }

    [Fact]
    public async Task Session_TooSlowToHear_StillTakesCommandsAndLosesOnlySound()
    {
        await using var server = await ScreenServer.StartAsync(new VoiceMed.Assistant.Screen.ScreenOptions { MaxBehind = TimeSpan.FromSeconds(0.2) });
        var (client, _) = await ScreenClient.OpenAsync(server);
        var session = await server.Sessions.NextAsync();
        session.AudioGate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        for (var i = 0; i < 50; i++)
        {
            await client.SendAudioAsync();
        }

        await client.SendAsync(new { command = "stopSpeaking" });
        await session.NextAsync<StopSpeakingCommand>();
        await client.SendAsync(new { command = "ping" });
        await client.EventAsync("pong");
        session.AudioGate.SetResult();
        await Eventually.HoldsAsync(() => session.AudioBytes > 0, "hearing goes on");
        await client.SendAudioAsync();

        await session.NextAsync<ResumeCommand>();
        Assert.True(session.AudioBytes < 20_000, $"{session.AudioBytes} bytes of 64,000 were kept");
        await client.DisposeAsync();
    }

    [Fact]
    public async Task Speech_Stopped_DropsWhatStillWaits()
    {
        await using var server = await ScreenServer.StartAsync();
        var (client, _) = await ScreenClient.OpenAsync(server);
        var session = await server.Sessions.NextAsync();

        session.Say(new SayEvent(1, "один", "ru"), new SayAudioEvent(1, 0, true, new byte[] { 1, 2, 3 }));
        await client.EventAsync("say");
        var (type, bytes) = await client.ReceiveAsync();

        Assert.Equal(WebSocketMessageType.Binary, type);
        Assert.Equal([2, 1, 0, 0, 0, 0, 0, 1, 1, 2, 3], bytes);
        session.Say(new StopSpeechEvent(2), new SayAudioEvent(2, 0, true, new byte[10]), new HintsEvent(["после"]));
        await client.EventAsync("stopSpeech");
        Assert.Equal(WebSocketMessageType.Text, (await client.ReceiveAsync()).Type);
        await client.DisposeAsync();
    }
}
