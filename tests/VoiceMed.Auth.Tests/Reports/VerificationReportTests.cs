using VoiceMed.Auth.Evaluation;
using VoiceMed.Auth.Reports;

namespace VoiceMed.Auth.Tests.Reports;

public sealed class VerificationReportTests
{
    private static readonly ScoredTrial[] Trials =
    [
        .. Enumerable.Range(0, 20).Select(i => Trial("<b>a", true, i - 3)), .. Enumerable.Range(0, 20).Select(i => Trial("<b>a", false, -i + 2)),
        .. Enumerable.Range(0, 5).Select(i => Trial("good", true, 5 + i)), .. Enumerable.Range(0, 5).Select(i => Trial("good", false, -5 - i)),
    ];

    [Theory]
    [InlineData("ru", "Кривая ошибок", "50 проверок")]
    [InlineData("en", "Detection error trade-off", "50 trials")]
    public void ToHtml_Trials_IsOnePageWithPicturesAndNothingFromOutside(string language, string heading, string count)
    {
        var html = VerificationReport.ToHtml(Trials, language, "two people");

        Assert.Contains(heading, html, StringComparison.Ordinal);
        Assert.Contains(count, html, StringComparison.Ordinal);
        Assert.Equal(2, html.Split("<svg").Length - 1);
        Assert.DoesNotContain("http", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>a", html, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Measure_Doctors_WeakestFirstWithAdvice()
    {
        var doctors = DoctorThreshold.Measure(Trials);

        Assert.Equal(["<b>a", "good"], doctors.Select(d => d.Doctor));
        Assert.NotEqual(DoctorAdvice.None, doctors[0].Advice);
        Assert.Equal((0, 0, DoctorAdvice.None), (doctors[1].FalseAcceptance, doctors[1].FalseRejection, doctors[1].Advice));
    }

    private static ScoredTrial Trial(string model, bool target, double ratio) =>
        new(new VerificationTrial("ls-3", model, new AudioStretch("f", 0, 1), target, ""), ratio, 2, ratio);
}
