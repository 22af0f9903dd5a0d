using VoiceMed.Speech.Recognition;
using VoiceMed.Speech.Tests.Support;
using Xunit;

namespace VoiceMed.Speech.Tests.Recognition;

[Collection(RunAlone.Name)]
public sealed class RecognizerMemoryTests(RecognizerFixture models) : IClassFixture<RecognizerFixture>
{
    [Fact]
    public void Recycle_ManyUtterances_KeepsMemoryFlatAndResultsTheSame()
    {
        using var recognizer = new PhraseRecognizer(models.English, DemoClip.Phrases("en"));
        var clip = DemoClip.Named("en/carter/11-yes.wav");
        Hear(20);
        var before = WorkingSet();

        Hear(60);

        Assert.True(WorkingSet() - before < 30_000_000, $"grew by {(WorkingSet() - before) / 1e6:0} MB");

        void Hear(int times)
        {
            for (var i = 0; i < times; i++)
            {
                Assert.Equal(clip.Text, recognizer.Recognize(clip.Samples).Text);
                if (i % 10 == 0)
                {
                    recognizer.Recycle();
                }
            }
        }

        static long WorkingSet()
        {
            GC.Collect();
            return Environment.WorkingSet;
        }
    }
}
