using Microsoft.Playwright;
using VoiceMed.Assistant.Admin.SignIn;
using VoiceMed.EndToEnd.Tests.Harness;
using VoiceMed.Speech.Audio;
using VoiceMed.Speech.Synthesis;
using Xunit;
using Xunit.Abstractions;

namespace VoiceMed.EndToEnd.Tests.House;

/// <summary>A new colleague reads the drawn phrases at the admin's page, and is known at the bedside.</summary>
public sealed class EnrolmentTests(House house, ITestOutputHelper output) : IClassFixture<House>, IDisposable
{
    private const string Voice = "ru+m5";
    private static readonly PageWaitForSelectorOptions Patient = new() { Timeout = 60_000 };

    public void Dispose() => house.WriteTurns(output);

    [SkippableFact]
    public async Task Doctor_EnrolledAtTheAdminPage_IsKnownAtTheBedside()
    {
        Browser.Require();
        await using var browser = await Browser.LaunchAsync();
        await EnrolAsync(browser);

        var (page, microphone) = await LiveMicrophone.OpenAsync(browser, house.Address);
        await page.Locator("body:not([data-state=connecting])").WaitForAsync();
        await microphone.AnswerAsync(await SayAsync("ассистент, пациент Иванова Мария"));
        await page.WaitForSelectorAsync("[data-notice=challenge]", Patient);
        await Assertions.Expect(page.Locator(".speaker-name")).ToContainTextAsync("Орлов");
        await microphone.AnswerAsync(await SayAsync("четыре, семь, один, девять"));

        await page.WaitForSelectorAsync(".question", Patient);
        await Assertions.Expect(page.Locator(".speaker-name")).ToContainTextAsync("Орлов");
        Assert.Equal("trusted", await page.Locator(".speaker").GetAttributeAsync("data-trust"));
    }

    private async Task EnrolAsync(Browser browser)
    {
        var (credentials, key) = AdminCredentialFile.Renew(house.Data.AdminCredentials);
        var (page, microphone) = await LiveMicrophone.OpenAsync(browser, new Uri(new Uri(house.Admin!.Address), "#enrolment"));
        await page.Locator("#key").FillAsync(key);
        await page.Locator("#code").FillAsync(TimeBasedCode.At(credentials.CodeSecret, TimeBasedCode.StepAt(TimeProvider.System.GetUtcNow())));
        await page.Locator("button[type=submit]").ClickAsync();
        await page.Locator("nav").WaitForAsync();
        await page.GetByLabel("Идентификатор").FillAsync("orlov");
        await page.GetByLabel("Имя и фамилия").FillAsync("Орлов Пётр");
        await page.Locator("#enrol-ward").FillAsync("hospital-1");
        await page.GetByLabel("Дата письменного согласия").FillAsync("2026-11-01");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Начать запись" }).ClickAsync();

        var enrolled = page.Locator("[data-enrolled]");
        for (var attempt = 0; attempt < 16 && await enrolled.CountAsync() == 0; attempt++)
        {
            var prompt = await page.Locator(".phrase").InnerTextAsync();
            await page.Locator(".wizard-step button").ClickAsync();
            await microphone.SpeakAsync(await SayAsync(prompt));
            var reported = page.WaitForResponseAsync(response => response.Url.Contains("/phrases", StringComparison.Ordinal));
            await page.Locator(".wizard-step button").ClickAsync();
            output.WriteLine($"{prompt}: {await (await reported).TextAsync()}");
            await page.Locator(".wizard-step button:not([data-recording]), [data-enrolled]").First.WaitForAsync();
        }

        Assert.Equal(1, await enrolled.CountAsync());
        await page.CloseAsync();
    }

    private static async Task<AudioClip> SayAsync(string text)
    {
        var samples = new List<short>();
        var rate = 0;
        await foreach (var clip in new EspeakSynthesizer().SynthesizeAsync(text, "ru", new SynthesisOptions { Voice = Voice, Rate = 0.9 }))
        {
            samples.AddRange(clip.Samples);
            rate = clip.SampleRate;
        }

        return new AudioClip([.. samples], rate);
    }
}
