using System.Globalization;
using System.Security.Cryptography;
using VoiceMed.Ledger.Verification;

namespace VoiceMed.Ledger.Export;

/// <summary>
/// The list of an export's files with their digests: it finds a change also where no proof reaches, such as in the list of keys.
/// Whoever may change the folder may change the list with it; what the council signed they may not.
/// </summary>
internal static class ExportFiles
{
    private const string Name = "files.tsv";

    /// <summary>Lists what lies in the folder now.</summary>
    public static void Write(string folder) => File.WriteAllLines(Path.Combine(folder, Name), Found(folder).Select(path =>
    {
        var content = File.ReadAllBytes(Path.Combine(folder, path));
        return string.Create(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(SHA256.HashData(content))}\t{content.Length}\t{path}");
    }));

    /// <summary>Names every file that is changed, missing or not listed.</summary>
    public static void Check(string folder, ProblemList problems)
    {
        var list = Path.Combine(folder, Name);
        if (!File.Exists(list))
        {
            problems.Add(Name, "the list of files is missing.");
            return;
        }

        var text = File.ReadAllText(list);
        if (!text.EndsWith('\n'))
        {
            problems.Add(Name, "its last line is cut short.");
        }

        var listed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (line, number) in text.Split('\n')[..^1].Select(static (line, index) => (line, index + 1)))
        {
            if (line.Split('\t') is not [var digest, var size, var path] || !listed.Add(path) || Path.IsPathRooted(path) || path.Contains("..", StringComparison.Ordinal))
            {
                problems.Add(string.Create(CultureInfo.InvariantCulture, $"{Name} line {number}"), "it cannot be read.");
                continue;
            }

            var file = new FileInfo(Path.Combine(folder, path));
            if (!file.Exists)
            {
                problems.Add(path, "the file is missing.");
            }
            else if (size != file.Length.ToString(CultureInfo.InvariantCulture)
                || digest != Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file.FullName))))
            {
                problems.Add(path, "it is not the file that was exported.");
            }
        }

        foreach (var path in Found(folder).Where(path => !listed.Contains(path)))
        {
            problems.Add(path, "it does not belong to the export.");
        }
    }

    private static IEnumerable<string> Found(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(folder, path).Replace(Path.DirectorySeparatorChar, '/'))
        .Where(static path => path != Name)
        .Order(StringComparer.Ordinal);
}
