using System.IO.Compression;
using VoiceMed.Speech.Tests.Support;

namespace VoiceMed.Speech.Tests.Models;

/// <summary>Archives of models, right and wrong ones.</summary>
internal static class ModelZip
{
    /// <summary>The bundled Russian model, packed as the makers of Vosk pack theirs.</summary>
    public static byte[] Real(string id)
    {
        var model = Repository.Model("ru");
        return Create([.. Directory.GetFiles(model, "*", SearchOption.AllDirectories)
            .Select(file => ($"{id}/{Path.GetRelativePath(model, file).Replace('\\', '/')}", File.ReadAllBytes(file)))]);
    }

    public static byte[] Create(params (string Name, byte[] Content)[] entries) => Create(static _ => { }, entries);

    public static byte[] Create(Action<ZipArchiveEntry> spoil, params (string Name, byte[] Content)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in entries)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
                spoil(entry);
                using var target = entry.Open();
                target.Write(content);
            }
        }

        return stream.ToArray();
    }
}
