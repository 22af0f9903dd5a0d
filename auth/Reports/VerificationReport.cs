using System.Globalization;
using System.Net;
using System.Text;
using MathNet.Numerics.Distributions;
using VoiceMed.Auth.Evaluation;

namespace VoiceMed.Auth.Reports;

/// <summary>
/// The admin's picture of how well voices are told apart: one self-contained HTML page with score histograms, the detection error
/// trade-off curve (Martin et al., 1997), a threshold for each doctor and what to do about the weak ones. Thread-safe.
/// </summary>
public static class VerificationReport
{
    private static readonly double[] ErrorTicks = [0.001, 0.005, 0.02, 0.05, 0.1, 0.2, 0.4];

    /// <summary>Writes the page.</summary>
    /// <param name="trials">Scored trials with targets and non-targets.</param>
    /// <param name="language"><c>ru</c> or (anything else) English.</param>
    /// <param name="calibration">What the likelihood ratios were calibrated on.</param>
    public static string ToHtml(IReadOnlyList<ScoredTrial> trials, string language, string calibration)
    {
        ArgumentNullException.ThrowIfNull(trials);
        var words = new ReportWords(language == "ru");
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang=\"{(language == "ru" ? "ru" : "en")}\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{words.Title}</title><style>{Style}</style><h1>{words.Title}</h1>");
        page.Append(CultureInfo.InvariantCulture, $"<p>{words.Trials(trials.Count)} {words.Calibrated} {WebUtility.HtmlEncode(calibration)}.</p>");
        page.Append(CultureInfo.InvariantCulture, $"<h2>{words.Histogram}</h2><p class=\"key\"><b class=\"target\">■</b> {words.Target} <b class=\"other\">■</b> {words.Other}</p>{Histogram(trials, words)}");
        page.Append(CultureInfo.InvariantCulture, $"<h2>{words.Det}</h2>{DetCurve(trials, words)}");
        Conditions(page, trials, words);
        Doctors(page, DoctorThreshold.Measure(trials), words);
        page.Append(CultureInfo.InvariantCulture, $"<p>{words.Footnote}</p></html>");
        return page.ToString();
    }

    private const string Style =
        "body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1b1f24;background:#fff}"
        + "svg{width:100%;font-size:11px}.grid{stroke:#d5d9de}text{fill:#444}polyline{fill:none;stroke:#0b57a4;stroke-width:2}"
        + ".target{fill:#0b57a4;color:#0b57a4;fill-opacity:.65}.other{fill:#b3451b;color:#b3451b;fill-opacity:.65}.diagonal{stroke:#999;stroke-dasharray:4}"
        + "table{border-collapse:collapse;width:100%}td,th{padding:.25rem .5rem;border-bottom:1px solid #d5d9de;text-align:right}"
        + "td:first-child,th:first-child,td.text{text-align:left}";

    private static string Histogram(IReadOnlyList<ScoredTrial> trials, ReportWords words)
    {
        const int from = -12;
        const int to = 16;
        var targets = Shares(trials.Where(t => t.Trial.IsTarget), from, to);
        var others = Shares(trials.Where(t => !t.Trial.IsTarget), from, to);
        var highest = Math.Max(targets.Concat(others).Max(), 0.01);
        var chart = new SvgChart((from, to), (0, highest));
        chart.AxisX(Enumerable.Range(0, (to - from) / 4 + 1).Select(i => ((double)(from + 4 * i), $"{from + 4 * i}")), words.Ratio);
        chart.AxisY([(0, "0"), (highest / 2, $"{highest / 2:P0}"), (highest, $"{highest:P0}")], words.Share);
        for (var bin = 0; bin < targets.Length; bin++)
        {
            chart.Bar(from + bin, from + bin + 1, others[bin], "other");
            chart.Bar(from + bin, from + bin + 1, targets[bin], "target");
        }

        return chart.ToSvg(words.Histogram);
    }

    private static double[] Shares(IEnumerable<ScoredTrial> trials, int from, int to)
    {
        var shares = new double[to - from];
        var all = trials.ToArray();
        foreach (var trial in all)
        {
            shares[(int)Math.Clamp(Math.Floor(trial.LogLikelihoodRatio) - from, 0, shares.Length - 1)] += 1.0 / all.Length;
        }

        return shares;
    }

    /// <summary>Both axes are stretched like a normal distribution, on which good systems draw straight lines.</summary>
    private static string DetCurve(IReadOnlyList<ScoredTrial> trials, ReportWords words)
    {
        var (low, high) = (Deviate(ErrorTicks[0]), Deviate(0.5));
        var chart = new SvgChart((low, high), (low, high));
        var ticks = ErrorTicks.Select(e => (Deviate(e), e.ToString("0.#%", CultureInfo.InvariantCulture))).ToArray();
        chart.AxisX(ticks, words.FalseAcceptance);
        chart.AxisY(ticks, words.FalseRejection);
        chart.Line([(low, low), (high, high)], "diagonal");
        chart.Line(DetectionMetrics.Curve(trials).Select(p => (Deviate(p.FalseAcceptance), Deviate(p.FalseRejection))), "curve");
        return chart.ToSvg(words.Det);
    }

    private static double Deviate(double share) => Normal.InvCDF(0, 1, Math.Clamp(share, 0.0005, 0.9995));

    private static void Conditions(StringBuilder page, IReadOnlyList<ScoredTrial> trials, ReportWords words)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>{words.Conditions}</h2><table><tr><th>{words.Condition}<th>EER<th>minDCF<th>Cllr<th>{words.Target}<th>{words.Other}");
        foreach (var (name, m) in EvaluationConditions.Measure(trials))
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{WebUtility.HtmlEncode(name)}<td>{m.Eer:F1} %<td>{m.MinDcf:F3}<td>{m.Cllr:F3}<td>{m.Targets}<td>{m.Nontargets}");
        }

        page.Append("</table>");
    }

    private static void Doctors(StringBuilder page, IReadOnlyList<DoctorThreshold> doctors, ReportWords words)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>{words.Doctors}</h2><table><tr><th>{words.Doctor}<th>{words.Threshold}<th>{words.FalseAcceptance}<th>{words.FalseRejection}<th>{words.Advice}");
        foreach (var doctor in doctors)
        {
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{WebUtility.HtmlEncode(doctor.Doctor)}<td>{doctor.Threshold:F1}<td>{doctor.FalseAcceptance:P1}<td>{doctor.FalseRejection:P1}<td class=\"text\">{words.AdviceFor(doctor.Advice)}");
        }

        page.Append("</table>");
    }
}
