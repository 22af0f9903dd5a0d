namespace VoiceMed.Assistant.CommandLine.Speech;

/// <summary>What the recordings of a folder say: its <c>transcripts.tsv</c>, with a header naming at least <c>file</c> and <c>text</c>.</summary>
internal sealed class TranscriptTable
{
    private TranscriptTable(IReadOnlyList<TranscriptRow> rows) => Rows = rows;

    public IReadOnlyList<TranscriptRow> Rows { get; }

    public IReadOnlyList<string> Texts => [.. Rows.Select(static row => row.Text).Distinct()];

    /// <summary><c>ru</c> when the texts hold Cyrillic letters, else <c>en</c>.</summary>
    public string Language => Rows.Any(static row => row.Text.Any(static letter => letter is >= 'а' and <= 'я')) ? "ru" : "en";

    public static TranscriptTable Read(string directory)
    {
        var path = Path.Combine(directory, "transcripts.tsv");
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"The transcripts '{path}' cannot be read: {e.Message}");
        }

        var header = lines.Length > 0 ? lines[0].Split('\t') : [];
        var (file, text, condition) = (Array.IndexOf(header, "file"), Array.IndexOf(header, "text"), Array.IndexOf(header, "condition"));
        if (file < 0 || text < 0)
        {
            throw new CommandException($"{path}:1: the header must name the columns 'file' and 'text', separated by tabs.");
        }

        var rows = new List<TranscriptRow>();
        for (var i = 1; i < lines.Length; i++)
        {
            var cells = lines[i].Split('\t');
            if (lines[i].Length == 0)
            {
                continue;
            }

            if (cells.Length != header.Length)
            {
                throw new CommandException($"{path}:{i + 1}: {cells.Length} columns where the header has {header.Length}.");
            }

            rows.Add(new TranscriptRow(Path.Combine(directory, cells[file]), cells[text].Trim().ToLowerInvariant(), condition < 0 ? null : cells[condition]));
        }

        return rows.Count > 0 ? new TranscriptTable(rows) : throw new CommandException($"{path} lists no recordings.");
    }
}

/// <summary>One recording: its file, what it says, and under which condition it was made.</summary>
internal sealed record TranscriptRow(string File, string Text, string? Condition);
