using System.Globalization;

namespace VoiceMed.Auth.Evaluation;

/// <summary>A tab-separated file with a header line; columns are found by name, errors name file and line. Immutable.</summary>
internal sealed class TabSeparatedTable
{
    private readonly string _path;
    private readonly Dictionary<string, int> _columns;
    private readonly IReadOnlyList<string[]> _rows;

    private TabSeparatedTable(string path, Dictionary<string, int> columns, IReadOnlyList<string[]> rows) =>
        (_path, _columns, _rows) = (path, columns, rows);

    public int Count => _rows.Count;

    public static TabSeparatedTable Read(string path, params string[] required)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EvaluationException($"{path} cannot be read: {e.Message}");
        }

        var header = lines.Length == 0 ? [] : lines[0].TrimStart('\uFEFF').Split('\t');
        var columns = header.Select((name, index) => (name, index)).GroupBy(c => c.name).ToDictionary(g => g.Key, g => g.First().index);
        var missing = required.Where(name => !columns.ContainsKey(name)).ToArray();
        if (missing.Length > 0)
        {
            throw new EvaluationException($"{path}:1: the header lacks the column{(missing.Length > 1 ? "s" : "")} {string.Join(", ", missing)}.");
        }

        var rows = new List<string[]>();
        for (var i = 1; i < lines.Length; i++)
        {
            var fields = lines[i].Split('\t');
            if (fields.Length == 1 && fields[0].Length == 0)
            {
                continue;
            }

            if (fields.Length < header.Length)
            {
                throw new EvaluationException($"{path}:{i + 1}: {fields.Length} columns, the header has {header.Length}.");
            }

            rows.Add(fields);
        }

        return new TabSeparatedTable(path, columns, rows);
    }

    public string Text(int row, string column) => _rows[row][_columns[column]];

    public string OptionalText(int row, string column) => _columns.TryGetValue(column, out var index) ? _rows[row][index] : "";

    public double Number(int row, string column) =>
        double.TryParse(Text(row, column), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value >= 0
            ? value
            : throw new EvaluationException($"{_path}:{row + 2}: '{Text(row, column)}' in column {column} is not a number of seconds.");
}
