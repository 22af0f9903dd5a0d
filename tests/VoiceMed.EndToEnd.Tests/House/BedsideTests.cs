using Microsoft.Playwright;
using VoiceMed.EndToEnd.Tests.Harness;
using Xunit;
using Xunit.Abstractions;

namespace VoiceMed.EndToEnd.Tests.House;

/// <summary>Recorded people speak into the browser's microphone; everything behind the page is real. Asserted on the page.</summary>
public sealed class BedsideTests(House house, ITestOutputHelper output) : IClassFixture<House>
{
    private static readonly PageWaitForSelectorOptions Patient = new() { Timeout = 60_000 };

    [SkippableTheory]
    [InlineData("ru", "smirnova", "Иванова", "ru-RU")]
    [InlineData("en", "carter", "Johnson", "en-GB")]
    public async Task Doctor_AsksAtTheBedside_SeesAndHearsTheVisits(string language, string doctor, string patient, string locale)
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

    [SkippableFact]
    public async Task Stranger_AfterTheDoctor_IsRefusedAndTheScreenIsBlank()
    {
        Browser.Require();
        var film = await House.FilmAsync(
            30, (2, "ru/smirnova/10-patient.wav"), (9, "ru/smirnova/09-challenge.wav"), (9, "ru/smirnova/11-yes.wav"), (9, "ru/smirnova/01-visits.wav"), (12, "ru/visitor/05-visits.wav"));
        try
        {
            await using var browser = await Browser.LaunchAsync(film);
            var page = await browser.OpenAsync(house.Address);
            await page.WaitForSelectorAsync("[data-kind=visits] .item", Patient);

            await page.WaitForSelectorAsync("[data-notice=refused], [data-notice=blank]", Patient);

            Assert.DoesNotContain("Иванова", await page.Locator("#screen").InnerTextAsync(), StringComparison.Ordinal);
            Assert.Equal(0, await page.Locator(".item").CountAsync());
            await ShootAsync(page, "house-refused");
        }
        finally
        {
            File.Delete(film);
        }
    }

    [SkippableFact]
    public async Task BargeIn_OverALongAnswer_StopsItAndIsCarriedOut()
    {
        Browser.Require();
        var film = await House.FilmAsync(
            30, (2, "ru/smirnova/10-patient.wav"), (9, "ru/smirnova/09-challenge.wav"), (9, "ru/smirnova/11-yes.wav"), (9, "ru/smirnova/01-visits.wav"), (3.5, "ru/smirnova/06-allergies.wav"));
        try
        {
            await using var browser = await Browser.LaunchAsync(film);
            var page = await browser.OpenAsync(house.Address);
            await page.WaitForSelectorAsync("[data-kind=visits] .item", Patient);
            await page.WaitForSelectorAsync("body[data-sounding=true]", Patient);

            // The sign breathes with the microphone: the first loud frame over our speech is where the interruption begins.
            var delay = await page.EvaluateAsync<double>("""
                () => new Promise(done => {
                    let began = 0;
                    const orb = document.querySelector(".orb");
                    const loud = new MutationObserver(() => { if (!began && parseFloat(orb.style.getPropertyValue("--level")) > 0.1) began = performance.now(); });
                    loud.observe(orb, { attributes: true });
                    new MutationObserver(() => { if (document.body.dataset.sounding === "false") done(began ? performance.now() - began : -1); }).observe(document.body, { attributes: true });
                })
                """);
            await page.WaitForSelectorAsync("[data-kind=allergies]", Patient);

            output.WriteLine($"speech over the answer to silence: {delay:0} ms");
            Assert.True(delay >= 0, "the answer ended before anybody spoke over it");
        }
        finally
        {
            File.Delete(film);
        }
    }

    [SkippableFact]
    public async Task WithoutVoice_PinAndTypedQuestion_GetTheSameAnswer()
    {
        Browser.Require();
        await using var browser = await Browser.LaunchAsync();
        var page = await browser.OpenAsync(house.Address);
        await page.Locator("body:not([data-state=connecting])").WaitForAsync();

        await page.GetByRole(AriaRole.Toolbar).GetByLabel("Написать").ClickAsync();
        await page.Locator("#query-text").FillAsync("покажи последние посещения");
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForSelectorAsync("[data-notice=refused], [data-notice=challenge], .question", Patient);
        Assert.Equal(0, await page.Locator("[data-kind=visits]").CountAsync());
    }

    private static async Task ShootAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("VOICEMED_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png") });
        }
    }
}
