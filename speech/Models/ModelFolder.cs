using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace VoiceMed.Speech.Models;

/// <summary>
/// The layout of a Vosk recognition model, checked before libvosk sees it: a cut configuration or graph makes libvosk end the
/// whole process instead of reporting an error.
/// </summary>
internal static partial class ModelFolder
{
    private const uint FstMagic = 0x7EB2FDD6;

    // Larger files are left to 'models check': reading them would hold up every start.
    private const long MaxHashedBytes = 64 * 1024 * 1024;

    private static readonly string[] Languages = ["ru", "en"];

    /// <summary>What keeps the folder from being a model; empty when nothing does.</summary>
    internal static IEnumerable<string> Problems(string directory)
    {
        if (!Directory.Exists(directory))
        {
            return ["the folder does not exist"];
        }

        string[] graph = HasRuntimeGraph(directory)
            ? ["graph/HCLr.fst", "graph/Gr.fst", "graph/words.txt", "graph/disambig_tid.int"]
            : ["graph/HCLG.fst"];
        string[] files = ["am/final.mdl", "conf/mfcc.conf", "conf/model.conf", "graph/phones/word_boundary.int", .. graph];
        return files.Select(file => Problem(directory, file)).OfType<string>();
    }

    /// <summary>The files that differ from the hashes known of them; files too large to read at every start are passed over.</summary>
    internal static IEnumerable<string> Changed(string directory)
    {
        if (!Directory.Exists(directory))
        {
            yield break;
        }

        foreach (var (file, expected) in ModelHashes.Of(directory))
        {
            var info = new FileInfo(Path.Combine(directory, file));
            if (!info.Exists)
            {
                yield return $"{file} is missing";
            }
            else if (info.Length <= MaxHashedBytes && Hash(info.FullName) != expected)
            {
                yield return $"{file} was changed or damaged";
            }
        }
    }

    /// <summary>Whether the graph is composed at run time, so that phrase lists work.</summary>
    internal static bool HasRuntimeGraph(string directory) => File.Exists(Path.Combine(directory, "graph", "HCLr.fst"));

    internal static bool HasSpeakerAdaptation(string directory) => Directory.Exists(Path.Combine(directory, "ivector"));

    /// <summary>SHA-256 of the acoustic model, hexadecimal.</summary>
    internal static string AcousticModelHash(string directory) => Hash(Path.Combine(directory, "am", "final.mdl"));

    /// <summary>The language in the folder's name (<c>vosk-model-small-ru-0.22</c>, <c>vosk-model-en-us-0.22</c>), or null.</summary>
    internal static string? LanguageOf(string directory) =>
        Path.GetFileName(Path.TrimEndingDirectorySeparator(directory)).Split('-').FirstOrDefault(Languages.Contains);

    private static string? Problem(string directory, string file)
    {
        var info = new FileInfo(Path.Combine(directory, file));
        return info is not { Exists: true, Length: > 0 } ? $"{file} is missing or empty"
            : IsWellFormed(info) ? null
            : $"{file} is damaged";
    }

    private static bool IsWellFormed(FileInfo file) => file.Extension switch
    {
        ".conf" => File.ReadLines(file.FullName).All(static line => line.Length == 0 || line[0] == '#' || Option().IsMatch(line)),
        ".fst" => StartsWithMagic(file.FullName),
        ".int" => File.ReadLines(file.FullName).All(static line => Number().IsMatch(line)),
        _ => true,
    };

    private static bool StartsWithMagic(string path)
    {
        Span<byte> start = stackalloc byte[4];
        using var stream = File.OpenRead(path);
        return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length
            && BinaryPrimitives.ReadUInt32LittleEndian(start) == FstMagic;
    }

    private static string Hash(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    [GeneratedRegex(@"^--[\w.-]+=\S.*$", RegexOptions.CultureInvariant)]
    private static partial Regex Option();

    // "12" in a list of transitions, "12 begin" in the word boundaries.
    [GeneratedRegex(@"^\d+( [a-z]+)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
