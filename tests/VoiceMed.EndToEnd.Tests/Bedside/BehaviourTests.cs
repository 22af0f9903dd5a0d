using Microsoft.Playwright;
using VoiceMed.Assistant.Screen.Commands;
using VoiceMed.Assistant.Screen.Events;
using VoiceMed.EndToEnd.Tests.Harness;
using Xunit;

namespace VoiceMed.EndToEnd.Tests.Bedside;

/// <summary>What the page does, asserted on what a person would see.</summary>
public class BehaviourTests
{
    [SkippableFact]
    public async Task Microphone_FromTheFirstMoment_ReachesTheSession()
    {
        await using var stage = await Stage.OpenAsync();

        await Eventually.HoldsAsync(() => stage.Session.AudioBytes > 32_000, "a second of sound has arrived");
        await Assertions.Expect(stage.Page.Locator(".banner")).ToBeHiddenAsync();
    }

    [SkippableFact]
    public async Task State_Changed_IsVisibleWithin100Milliseconds()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.Page.EvaluateAsync("""
            () => {
                window.delays = [];
                new MutationObserver(() => requestAnimationFrame(() => window.delays.push(performance.now()))).observe(document.body, { attributes: true, attributeFilter: ["data-state"] });
            }
            """);
        var times = new List<double>();
        foreach (var state in new[] { ScreenState.Listening, ScreenState.Thinking, ScreenState.Speaking, ScreenState.Locked, ScreenState.Asleep })
        {
            var before = await stage.Page.EvaluateAsync<double>("() => performance.now()");
            stage.Session.Say(new StateEvent(state));
            await stage.Page.Locator($"body[data-state={state.ToString().ToLowerInvariant()}]").WaitForAsync();
            await stage.Page.WaitForFunctionAsync($"() => window.delays.length > {times.Count}");
            times.Add(await stage.Page.EvaluateAsync<double>($"() => window.delays[{times.Count}]") - before);
        }

        times.Sort();
        Assert.True(times[times.Count / 2] <= 100, $"median {times[times.Count / 2]:0} ms of {string.Join(", ", times.Select(time => time.ToString("0")))}");
    }

    [SkippableFact]
    public async Task Speech_StoppedByTheServer_FallsSilentWithin300Milliseconds()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Session.Say(new StateEvent(ScreenState.Speaking), new SayEvent(1, "долгий ответ", "ru"), new SayAudioEvent(1, 0, false, Sound.Tone(20)));
        Assert.True((await stage.Session.NextAsync<PlaybackCommand>()).Playing);
        await Assertions.Expect(stage.Page.Locator(".state-saying")).ToHaveTextAsync("долгий ответ");
        await stage.Page.EvaluateAsync("""
            () => { window.silent = new Promise(done => new MutationObserver(() => document.body.dataset.sounding === "false" && done(performance.now())).observe(document.body, { attributes: true })); }
            """);

        var before = await stage.Page.EvaluateAsync<double>("() => performance.now()");
        stage.Session.Say(new StopSpeechEvent(1), new StateEvent(ScreenState.Listening));

        var silent = await stage.Page.EvaluateAsync<double>("() => window.silent");
        Assert.True(silent - before <= 300, $"{silent - before:0} ms");
        Assert.False((await stage.Session.NextAsync<PlaybackCommand>()).Playing);
    }

    [SkippableFact]
    public async Task Speech_ToItsEnd_IsReported()
    {
        await using var stage = await Stage.OpenAsync();

        stage.Session.Say(new SayEvent(1, "а б", "ru"), new SayAudioEvent(1, 0, false, Sound.Tone(0.3)), new SayAudioEvent(1, 1, true, Sound.Tone(0.3, 16_000)));

        Assert.Equal(new PlaybackCommand(1, true), await stage.Session.NextAsync<PlaybackCommand>());
        Assert.Equal(new PlaybackCommand(1, false), await stage.Session.NextAsync<PlaybackCommand>());
    }

    [SkippableFact]
    public async Task Patient_Switched_LeavesNothingOfTheFormer()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Session.Say([.. Pictures.Doctor(), new CardEvent(Pictures.Visits())]);
        await stage.Page.GetByText("Стенокардия").WaitForAsync();
        await stage.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Данные проверены" }).ClickAsync();

        stage.Session.Say(new PatientEvent(new ScreenPatient("p-2", "Петров Иван Сергеевич", "1948-07-02", "4-1", false)));
        await stage.Page.GetByText("Петров Иван").WaitForAsync();

        var html = await stage.Page.ContentAsync();
        Assert.DoesNotContain("Иванова", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Стенокардия", html, StringComparison.Ordinal);
        Assert.Equal(0, await stage.Page.Locator("dialog").CountAsync());
    }

    [SkippableFact]
    public async Task Trust_Lost_BlanksEverythingAboutThePatient()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Session.Say([.. Pictures.Doctor(), new CardEvent(Pictures.Visits())]);
        await stage.Page.GetByText("Стенокардия").WaitForAsync();

        stage.Session.Say(Pictures.All["refused"]);
        await stage.Page.Locator("[data-notice=refused]").WaitForAsync();

        var html = await stage.Page.ContentAsync();
        Assert.DoesNotContain("Иванова", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Стенокардия", html, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Keyboard_AloneAndWithoutVoice_DoesEverything()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Session.Say([.. Pictures.Doctor(), new CardEvent(Pictures.Visits())]);
        await stage.Page.GetByText("Стенокардия").WaitForAsync();

        await stage.Page.Keyboard.PressAsync("2");
        Assert.Equal(new SelectCommand("c-1", 2), await stage.Session.NextAsync<SelectCommand>());
        await stage.Page.Keyboard.PressAsync("/");
        await stage.Page.Keyboard.TypeAsync("какие аллергии");
        await stage.Page.Keyboard.PressAsync("Enter");
        Assert.Equal("какие аллергии", (await stage.Session.NextAsync<QueryCommand>()).Text);
        await stage.Page.Keyboard.PressAsync("Escape");
        await stage.Session.NextAsync<StopSpeakingCommand>();
    }

    [SkippableFact]
    public async Task Keyboard_BeforeThePageIsDrawnAnew_IsHeardAfterAWindowClosed()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Session.Say([.. Pictures.Doctor(), new CardEvent(Pictures.Visits())]);
        await stage.Page.GetByText("Стенокардия").WaitForAsync();
        await stage.Page.Keyboard.PressAsync("/");
        await stage.Page.GetByRole(AriaRole.Textbox).FillAsync("какие аллергии");

        await stage.Page.EvaluateAsync(
            """
            () => {
              document.querySelector("dialog form").requestSubmit();
              document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
            }
            """);

        await stage.Session.NextAsync<QueryCommand>();
        await stage.Session.NextAsync<StopSpeakingCommand>();
    }

    [SkippableFact]
    public async Task Touch_EveryControl_SendsItsCommand()
    {
        await using var stage = await Stage.OpenAsync();
        stage.Session.Say([.. Pictures.Doctor(), new CardEvent(Pictures.Visits()), new QuestionEvent("q-7", "Верно?")]);
        var tools = stage.Page.GetByRole(AriaRole.Toolbar);

        await stage.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Да", Exact = true }).ClickAsync();
        Assert.Equal(new AnswerCommand("q-7", true), await stage.Session.NextAsync<AnswerCommand>());
        await tools.GetByLabel("Без звука").ClickAsync();
        Assert.Equal(new SettingsCommand(Private: true), await stage.Session.NextAsync<SettingsCommand>());
        await tools.GetByLabel("Громче").ClickAsync();
        Assert.Equal(new SettingsCommand(Volume: 85), await stage.Session.NextAsync<SettingsCommand>());
        await tools.GetByText("EN").ClickAsync();
        Assert.Equal(new SettingsCommand(Language: "en"), await stage.Session.NextAsync<SettingsCommand>());
        await tools.GetByLabel("Закрыть экран").ClickAsync();
        await stage.Session.NextAsync<LockCommand>();
        await tools.GetByLabel("Завершить").ClickAsync();
        await stage.Session.NextAsync<EndSessionCommand>();
        await tools.GetByLabel("PIN-код").ClickAsync();
        await stage.Page.GetByLabel("Кто вы").FillAsync("smirnova");
        foreach (var digit in "4719")
        {
            await stage.Page.Locator(".pin-key", new PageLocatorOptions { HasTextString = digit.ToString() }).ClickAsync();
        }

        await stage.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Войти" }).ClickAsync();
        Assert.Equal(new PinCommand("4719", "smirnova"), await stage.Session.NextAsync<PinCommand>());
    }

    [SkippableFact]
    public async Task Language_Switched_ChangesEveryWordOfThePage()
    {
        await using var stage = await Stage.OpenAsync();

        stage.Session.Say(new SettingsEvent("en", false, 70));

        await Assertions.Expect(stage.Page.Locator(".patient")).ToContainTextAsync("No patient selected");
        Assert.Equal("en", await stage.Page.Locator("html").GetAttributeAsync("lang"));
        Assert.DoesNotMatch("[А-я]{3}", (await stage.Page.Locator("#screen").InnerTextAsync()).Replace("Русский", string.Empty, StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task Wristband_BeforeTheCamera_IsRead()
    {
        Browser.Require();
        var film = await CameraFilm.WriteAsync("VM1|p-1001|1956-03-12");
        try
        {
            await using var stage = await Stage.OpenAsync(film);

            await stage.Page.GetByRole(AriaRole.Toolbar).GetByLabel("Камера").ClickAsync();

            Assert.Equal("VM1|p-1001|1956-03-12", (await stage.Session.NextAsync<WristbandCommand>()).Code);
            await Assertions.Expect(stage.Page.Locator("dialog")).ToHaveCountAsync(0);
        }
        finally
        {
            File.Delete(film);
        }
    }

    [SkippableFact]
    public async Task Hostile_TextInACard_StaysText()
    {
        await using var stage = await Stage.OpenAsync();
        const string Attack = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>";

        stage.Session.Say([.. Pictures.Doctor(), new CardEvent(Pictures.Visits() with { Title = Attack })]);

        await Assertions.Expect(stage.Page.Locator("h1")).ToHaveTextAsync(Attack);
        Assert.Equal("VoiceMed", await stage.Page.TitleAsync());
    }
}
