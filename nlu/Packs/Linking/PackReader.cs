using System.Text;
using VoiceMed.Nlu.Packs.Contracts;
using VoiceMed.Nlu.Packs.LanguageFiles;

namespace VoiceMed.Nlu.Packs.Linking;

/// <summary>Reads the folders of packs.</summary>
internal static class PackReader
{
    private const int MaximumBytes = 2_000_000;
    private static readonly UTF8Encoding s_strict = new(false, throwOnInvalidBytes: true);

    public static PackFiles Read(string directory, PackOptions options, MessageSink sink)
    {
        var contracts = new List<ContractFile>();
        var languages = new List<LanguageFile>();
        foreach (var path in Files(Path.Combine(directory, "intents"), sink))
        {
            if (Text(path, sink) is { } text)
                contracts.Add(new ContractFileReader(sink).Read(path, text));
        }

        foreach (var language in options.Languages.All)
        {
            foreach (var path in Files(Path.Combine(directory, language.Code), sink))
            {
                if (Text(path, sink) is { } text)
                    languages.Add(new LanguageFileReader(sink).Read(path, language.Code, text));
            }
        }

        if (contracts.Count == 0)
            sink.Error(new SourcePosition(directory, 1, 1), PackMessageCode.Unreadable, "no contract file here: a pack has intents/*.yaml");
        return new PackFiles(Path.GetFileName(Path.TrimEndingDirectorySeparator(directory)), contracts, languages);
    }

    private static string[] Files(string directory, MessageSink sink)
    {
        try
        {
            return Directory.Exists(directory) ? [.. Directory.GetFiles(directory, "*.yaml").Order(StringComparer.Ordinal)] : [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            sink.Error(new SourcePosition(directory, 1, 1), PackMessageCode.Unreadable, e.Message);
            return [];
        }
    }

    private static string? Text(string path, MessageSink sink)
    {
        try
        {
            var length = new FileInfo(path).Length;
            if (length <= MaximumBytes)
                return s_strict.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF');
            sink.Error(new SourcePosition(path, 1, 1), PackMessageCode.Unreadable, $"{length:#,0} bytes; a pack file has at most {MaximumBytes:#,0}");
        }
        catch (DecoderFallbackException e)
        {
            sink.Error(new SourcePosition(path, 1, 1), PackMessageCode.Unreadable, $"not UTF-8 (byte {e.Index}); save the file as UTF-8");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            sink.Error(new SourcePosition(path, 1, 1), PackMessageCode.Unreadable, e.Message);
        }

        return null;
    }
}
