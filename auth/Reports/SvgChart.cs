using System.Globalization;
using System.Text;

namespace VoiceMed.Auth.Reports;

/// <summary>A chart with axes, drawn as SVG in its own coordinates. Not thread-safe.</summary>
internal sealed class SvgChart
{
    private const int Width = 640;
    private const int Height = 300;
    private const int Left = 52;
    private const int Right = 12;
    private const int Top = 12;
    private const int Bottom = 40;
    private readonly StringBuilder _content = new();
    private readonly (double From, double To) _x;
    private readonly (double From, double To) _y;

    public SvgChart((double From, double To) x, (double From, double To) y) => (_x, _y) = (x, y);

    public void AxisX(IEnumerable<(double At, string Label)> ticks, string title)
    {
        foreach (var (at, label) in ticks)
        {
            Add($"<line class=\"grid\" x1=\"{X(at)}\" x2=\"{X(at)}\" y1=\"{Top}\" y2=\"{Height - Bottom}\"/><text x=\"{X(at)}\" y=\"{Height - Bottom + 15}\" text-anchor=\"middle\">{label}</text>");
        }

        Add($"<text x=\"{(Left + Width) / 2}\" y=\"{Height - 6}\" text-anchor=\"middle\">{title}</text>");
    }

    public void AxisY(IEnumerable<(double At, string Label)> ticks, string title)
    {
        foreach (var (at, label) in ticks)
        {
            Add($"<line class=\"grid\" x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Y(at)}\" y2=\"{Y(at)}\"/><text x=\"{Left - 5}\" y=\"{Y(at)}\" text-anchor=\"end\" dominant-baseline=\"middle\">{label}</text>");
        }

        Add($"<text transform=\"translate(12 {Height / 2}) rotate(-90)\" text-anchor=\"middle\">{title}</text>");
    }

    public void Line(IEnumerable<(double X, double Y)> points, string style)
    {
        var path = string.Join(' ', points.Select(p => $"{X(p.X)},{Y(p.Y)}"));
        Add($"<polyline class=\"{style}\" points=\"{path}\"/>");
    }

    public void Bar(double from, double to, double height, string style) => Add(
        $"<rect class=\"{style}\" x=\"{X(from)}\" width=\"{Number(Px(to) - Px(from) - 1)}\" y=\"{Y(height)}\" height=\"{Number(Py(0) - Py(height))}\"/>");

    public string ToSvg(string description) =>
        $"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{System.Net.WebUtility.HtmlEncode(description)}\">{_content}</svg>";

    private void Add(string element) => _content.Append(element);

    private double Px(double x) => Left + (Math.Clamp(x, _x.From, _x.To) - _x.From) / (_x.To - _x.From) * (Width - Left - Right);

    private double Py(double y) => Height - Bottom - (Math.Clamp(y, _y.From, _y.To) - _y.From) / (_y.To - _y.From) * (Height - Top - Bottom);

    private string X(double x) => Number(Px(x));

    private string Y(double y) => Number(Py(y));

    private static string Number(double value) => value.ToString("F1", CultureInfo.InvariantCulture);
}
