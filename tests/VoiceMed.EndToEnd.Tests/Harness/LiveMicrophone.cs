using Microsoft.Playwright;
using VoiceMed.Speech.Audio;

namespace VoiceMed.EndToEnd.Tests.Harness;

/// <summary>
/// A browser's microphone into which a test speaks when the page is ready for it: recordings follow the conversation, not a
/// clock, and it is known to the millisecond when a voice began.
/// </summary>
public sealed class LiveMicrophone
{
    private const int Sounding = 500;

    private const string Script = """
        (() => {
            const context = new AudioContext();
            const mouth = context.createMediaStreamDestination();
            const hum = context.createBuffer(1, context.sampleRate, context.sampleRate);
            hum.getChannelData(0).forEach((_, i, all) => { all[i] = (Math.random() - 0.5) * 4e-4; });
            const room = context.createBufferSource();
            room.buffer = hum;
            room.loop = true;
            room.connect(mouth);
            room.start();
            navigator.mediaDevices.getUserMedia = async () => mouth.stream;
            window.speak = async (base64, firstSound) => {
                window.voiceBegan = undefined;
                const buffer = await context.decodeAudioData(Uint8Array.from(atob(base64), c => c.charCodeAt(0)).buffer);
                const voice = context.createBufferSource();
                voice.buffer = buffer;
                voice.connect(mouth);
                const over = new Promise(done => { voice.onended = done; });
                voice.start();
                window.voiceBegan = performance.now() + firstSound * 1000;
                await over;
            };
        })();
        """;

    private readonly IPage _page;

    private LiveMicrophone(IPage page) => _page = page;

    /// <summary>Opens the page with this microphone in place of the browser's.</summary>
    public static async Task<(IPage Page, LiveMicrophone Microphone)> OpenAsync(Browser browser, Uri address, string locale = "ru-RU")
    {
        var page = await browser.OpenAsync(address, locale: locale, script: Script);
        return (page, new LiveMicrophone(page));
    }

    /// <summary>Speaks a recording of the demo, to its end.</summary>
    /// <param name="clip">Its name below <c>demo/audio</c>.</param>
    public async Task SpeakAsync(string clip)
    {
        await SpeakAsync(await AudioLoader.LoadAsync(House.House.Clip(clip), CancellationToken.None));
    }

    /// <summary>Speaks, to the end.</summary>
    public async Task SpeakAsync(AudioClip clip)
    {
        var samples = clip.Resample(AudioClip.StandardSampleRate).Samples;
        var firstSound = Array.FindIndex(samples, sample => Math.Abs((int)sample) > Sounding) / (double)AudioClip.StandardSampleRate;
        var wav = Convert.ToBase64String(Sound.Wav(samples, AudioClip.StandardSampleRate));
        await _page.EvaluateAsync("([wav, first]) => window.speak(wav, first)", new object[] { wav, firstSound });
    }

    /// <summary>Speaks once the page has stopped talking.</summary>
    /// <param name="clip">Its name below <c>demo/audio</c>.</param>
    public async Task AnswerAsync(string clip)
    {
        await ItsTurnAsync();
        await SpeakAsync(clip);
    }

    /// <summary>Speaks once the page has stopped talking.</summary>
    public async Task AnswerAsync(AudioClip clip)
    {
        await ItsTurnAsync();
        await SpeakAsync(clip);
    }

    private Task ItsTurnAsync() =>
        _page.Locator("body:not([data-sounding=true]):not([data-state=thinking]):not([data-state=speaking])").WaitForAsync(new() { Timeout = 60_000 });
}
