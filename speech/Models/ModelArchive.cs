using System.IO.Compression;

namespace VoiceMed.Speech.Models;

/// <summary>Unpacks the zip archive of a model, trusting nothing in it.</summary>
internal static class ModelArchive
{
    private const int MaxEntries = 10_000;

    // The largest official model is about 4 GB unpacked.
    private const long MaxBytes = 8L * 1024 * 1024 * 1024;

    // Models are numbers that hardly compress; a hundredfold is a bomb.
    private const long MaxRatio = 100;

    /// <summary>Unpacks <paramref name="archive"/> into the existing empty folder <paramref name="target"/>.</summary>
    /// <param name="archive">The zip file.</param>
    /// <param name="target">Where to put the model; the archive's single top folder, which is the model's name, is dropped.</param>
    /// <param name="progress">Hears of every piece.</param>
    /// <param name="cancellationToken">Stops between pieces; what was unpacked stays.</param>
    /// <exception cref="ModelException">It is no zip, or an entry would escape, is a link, or is beyond every measure.</exception>
    internal static async Task UnpackAsync(
        string archive, string target, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        try
        {
            using var zip = await ZipFile.OpenReadAsync(archive, cancellationToken).ConfigureAwait(false);
            var files = zip.Entries.Where(static entry => !entry.FullName.EndsWith('/')).ToArray();
            Check(files, new FileInfo(archive).Length);
            var total = files.Sum(static entry => entry.Length);
            var root = Path.GetFullPath(target) + Path.DirectorySeparatorChar;
            var prefix = CommonFolder(files);
            var done = 0L;
            foreach (var entry in files)
            {
                var path = Path.GetFullPath(Path.Combine(root, entry.FullName[prefix.Length..]));
                if (!path.StartsWith(root, StringComparison.Ordinal))
                {
                    throw new ModelException($"The archive is not to be trusted: its entry '{entry.FullName}' would be written outside the model's folder.");
                }

                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await ExtractAsync(entry, path, cancellationToken).ConfigureAwait(false);
                done += entry.Length;
                progress?.Report(new DownloadProgress(DownloadStage.Unpacking, done, total));
            }
        }
        catch (InvalidDataException e)
        {
            throw new ModelException($"The downloaded archive is damaged: {e.Message}", e);
        }
    }

    private static void Check(ZipArchiveEntry[] files, long archiveLength)
    {
        if (files.Length is 0 or > MaxEntries)
        {
            throw new ModelException($"The archive is not a model: it holds {files.Length} files.");
        }

        if (files.Sum(static entry => (double)entry.Length) > Math.Min(MaxBytes, archiveLength * (double)MaxRatio))
        {
            throw new ModelException("The archive is not to be trusted: unpacked it would be far larger than any model.");
        }

        foreach (var entry in files)
        {
            // The upper half of the attributes holds the Unix mode; 0xA is a symbolic link.
            if (((uint)entry.ExternalAttributes >> 28) == 0xA || entry.FullName.Contains('\\', StringComparison.Ordinal))
            {
                throw new ModelException($"The archive is not to be trusted: its entry '{entry.FullName}' is a link or has a foreign path.");
            }
        }
    }

    private static string CommonFolder(ZipArchiveEntry[] files)
    {
        var end = files[0].FullName.IndexOf('/', StringComparison.Ordinal) + 1;
        var folder = files[0].FullName[..end];
        return files.All(entry => entry.FullName.StartsWith(folder, StringComparison.Ordinal)) ? folder : "";
    }

    // The length an entry announces is only a claim: no more than that is written.
    private static async Task ExtractAsync(ZipArchiveEntry entry, string path, CancellationToken cancellationToken)
    {
        using var source = await entry.OpenAsync(cancellationToken).ConfigureAwait(false);
        using var file = new FileStream(path, FileMode.CreateNew);
        var buffer = new byte[128 * 1024];
        var left = entry.Length;
        for (int count; (count = await source.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            left -= count;
            if (left < 0)
            {
                throw new ModelException($"The archive is not to be trusted: its entry '{entry.FullName}' is longer than it says.");
            }

            await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
        }
    }
}
