using Microsoft.Playwright;
using VoiceMed.EndToEnd.Tests.Harness;
using Xunit;
using Xunit.Abstractions;

namespace VoiceMed.EndToEnd.Tests.House;

/// <summary>Recorded people speak into the browser's microphone; everything behind the page is real. Asserted on the page.</summary>
public sealed class BedsideTests(House house, ITestOutputHelper output) : IClassFixture<House>, IDisposable
{
    private static readonly PageWaitForSelectorOptions Patient = new() { Timeout = 60_000 };

    public void Dispose() => house.WriteTurns(output);

    [SkippableTheory]
    [InlineData("ru", "smirnova", "Иванова", "ru-RU", "голос подтверждён")]
    [InlineData("en", "carter", "Johnson", "en-GB", "voice confirmed")]
    public async Task Doctor_AsksAtTheBedside_SeesAndHearsTheVisits(string language, string doctor, string patient, string locale, string trusted)
    {
        Browser.Require();
        var film = await House.FilmAsync(
            30, (2, $"{language}/{doctor}/10-patient.wav"), (9, $"{language}/{doctor}/09-challenge.wav"), (9, $"{language}/{doctor}/11-yes.wav"), (9, $"{language}/{doctor}/01-visits.wav"));
        try
        {
            await using var browser = await Browser.LaunchAsync(film);
            var page = await browser.OpenAsync(house.Address, locale: locale);

            await page.WaitForSelectorAsync("[data-notice=challenge]", Patient);
            await page.WaitForSelectorAsync(".question, .tag-good", Patient);
            await page.WaitForSelectorAsync("[data-kind=visits] .item", Patient);

            await Assertions.Expect(page.Locator(".patient-name")).ToContainTextAsync(patient);
            await Assertions.Expect(page.Locator(".card-header")).ToContainTextAsync(patient);
            await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", language);
            await Assertions.Expect(page.Locator(".speaker")).ToContainTextAsync(trusted);
            Assert.NotEqual(string.Empty, await page.Locator(".speaker-name").InnerTextAsync());
            Assert.Equal("trusted", await page.Locator(".speaker").GetAttributeAsync("data-trust"));
            await page.WaitForSelectorAsync("body[data-sounding=true]", Patient);
            await page.AssertAccessibleAsync($"visits {language}");
            await ShootAsync(page, $"house-visits-{language}");
        }
        finally
        {
            File.Delete(film);
        }
    }

    [SkippableTheory]
    [InlineData("ru", "smirnova", "Иванова", "ru-RU")]
    [InlineData("en", "carter", "Johnson", "en-GB")]
    public async Task Stranger_AfterTheDoctor_IsRefusedAndTheScreenIsBlank(string language, string doctor, string patient, string locale)
    {
        Browser.Require();
        await using var browser = await Browser.LaunchAsync();
        var (page, microphone) = await LiveMicrophone.OpenAsync(browser, house.Address, locale);
        await OpenRecordAsync(page, microphone, $"{language}/{doctor}");

        await microphone.AnswerAsync($"{language}/visitor/05-visits.wav");
        await page.WaitForSelectorAsync("[data-notice=refused], [data-notice=blank]", Patient);

        Assert.DoesNotContain(patient, await page.Locator("#screen").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator(".item").CountAsync());
        await ShootAsync(page, $"house-refused-{language}");
    }

    [SkippableFact]
    public async Task BargeIn_OverALongAnswer_StopsItWithin300MillisecondsAndIsCarriedOut()
    {
        Browser.Require();
        await using var browser = await Browser.LaunchAsync();
        var (page, microphone) = await LiveMicrophone.OpenAsync(browser, house.Address);
        await OpenRecordAsync(page, microphone, "ru/smirnova");
        await page.WaitForSelectorAsync("body[data-sounding=true]", Patient);
        var silent = page.EvaluateAsync<double>("""
            () => new Promise(done => new MutationObserver(() => {
                if (document.body.dataset.sounding === "false") done(performance.now());
            }).observe(document.body, { attributes: true }))
            """);

        await microphone.SpeakAsync("ru/smirnova/06-allergies.wav");
        var delay = await silent - await page.EvaluateAsync<double>("() => window.voiceBegan");
        await page.WaitForSelectorAsync("[data-kind=allergies]", Patient);

        output.WriteLine($"from the first sound of the voice over the answer to silence: {delay:0} ms");
        Assert.InRange(delay, 0, 300);
    }

    [SkippableFact]
    public async Task WithoutVoice_PinAndTypedQuestion_GetTheSameAnswer()
    {
        Browser.Require();
        await using var browser = await Browser.LaunchAsync();
        var (page, _) = await LiveMicrophone.OpenAsync(browser, house.Address);
        await page.Locator("body:not([data-state=connecting])").WaitForAsync();

        await TypeAsync(page, "покажи последние посещения");
        await page.WaitForSelectorAsync("[data-notice=refused], [data-notice=challenge]", Patient);
        Assert.Equal(0, await page.Locator("[data-kind=visits]").CountAsync());

        await page.GetByRole(AriaRole.Toolbar).GetByLabel("PIN-код").ClickAsync();
        await page.Locator("#pin-doctor").FillAsync("smirnova");
        await page.Locator("#pin-digits").FillAsync("2580");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(".speaker-name")).ToContainTextAsync("Смирнова");
        await TypeAsync(page, "пациент иванова мария");
        await page.WaitForSelectorAsync(".question", Patient);
        await page.Locator(".question button").First.ClickAsync();
        await page.WaitForSelectorAsync(".tag-good", Patient);
        await TypeAsync(page, "покажи последние посещения");

        await page.WaitForSelectorAsync("[data-kind=visits] .item", Patient);
        await Assertions.Expect(page.Locator(".card-header")).ToContainTextAsync("Иванова");
    }

    [SkippableFact]
    public async Task Language_OfTheScreenWasSwitchedByHand_FollowsTheNextUnderstoodQuestion()
    {
        Browser.Require();
        await using var browser = await Browser.LaunchAsync();
        var (page, microphone) = await LiveMicrophone.OpenAsync(browser, house.Address);
        await page.Locator("body:not([data-state=connecting])").WaitForAsync();
        await page.Locator(".tool-language").ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "en");

        await microphone.AnswerAsync("ru/smirnova/10-patient.wav");
        await page.WaitForSelectorAsync("[data-notice=challenge]", Patient);

        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "ru");
    }

    // The doctor says who the patient is, reads the digits, confirms, and asks for the visits.
    private static async Task OpenRecordAsync(IPage page, LiveMicrophone microphone, string doctor)
    {
        await page.Locator("body:not([data-state=connecting])").WaitForAsync();
        await microphone.AnswerAsync($"{doctor}/10-patient.wav");
        await page.WaitForSelectorAsync("[data-notice=challenge]", Patient);
        await microphone.AnswerAsync($"{doctor}/09-challenge.wav");
        await page.WaitForSelectorAsync(".question", Patient);
        await microphone.AnswerAsync($"{doctor}/11-yes.wav");
        await page.WaitForSelectorAsync(".tag-good", Patient);
        await microphone.AnswerAsync($"{doctor}/01-visits.wav");
        await page.WaitForSelectorAsync("[data-kind=visits] .item", Patient);
    }

    private static async Task TypeAsync(IPage page, string question)
    {
        await page.GetByRole(AriaRole.Toolbar).GetByLabel("Написать").ClickAsync();
        await page.Locator("#query-text").FillAsync(question);
        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task ShootAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("VOICEMED_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png") });
        }
    }
}
