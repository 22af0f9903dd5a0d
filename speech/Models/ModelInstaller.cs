using System.Net;
using System.Net.Http.Headers;

namespace VoiceMed.Speech.Models;

/// <summary>
/// Installs a model of the catalogue: downloads (resuming what an earlier attempt left), verifies, unpacks beside its place
/// and moves it there whole, so that a half-installed model is never found. One installation of a model at a time.
/// </summary>
/// <param name="catalog">Says what there is and where it goes.</param>
/// <param name="http">Fetches; its timeout should allow for large files.</param>
public sealed class ModelInstaller(ModelCatalog catalog, HttpClient http)
{
    private const int BufferLength = 128 * 1024;

    /// <summary>The catalogue's entry for <paramref name="name"/>: its id, or a language for the first small model of it that is not bundled.</summary>
    /// <exception cref="ModelException">There is none.</exception>
    public ModelEntry Choose(string name) =>
        catalog.Entries.FirstOrDefault(entry => entry.Id == name)
        ?? catalog.Entries.FirstOrDefault(entry => entry is { Bundled: false, Kind: ModelKind.Recognition } && entry.Language == name)
        ?? throw new ModelException($"The catalogue has no model '{name}'; see 'voicemed models list'.");

    /// <summary>Installs <paramref name="entry"/>; does nothing when it is there already.</summary>
    /// <returns>The model's folder.</returns>
    /// <exception cref="ModelException">
    /// There is no network, the server refused, the disk is full, or the archive is not what it should be; the message says
    /// which. What was downloaded stays for the next attempt, unless it was wrong.
    /// </exception>
    public async Task<string> InstallAsync(
        ModelEntry entry, IProgress<DownloadProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (catalog.Installed().FirstOrDefault(model => model.Id == entry.Id) is { } present)
        {
            return present.Directory;
        }

        var url = entry.Url ?? throw new ModelException($"The model '{entry.Id}' comes with the program; restore the folder '{catalog.Options.BundledFolder}'.");
        try
        {
            Directory.CreateDirectory(catalog.Options.InstalledFolder);
            var archive = Path.Combine(catalog.Options.InstalledFolder, entry.Id + ".zip.part");
            await DownloadAsync(url, archive, progress, cancellationToken).ConfigureAwait(false);
            var hash = await VerifyAsync(entry, archive, progress, cancellationToken).ConfigureAwait(false);
            return await UnpackAsync(entry, url, archive, hash, progress, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or HttpIOException
            || (e is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new ModelException(
                $"The model '{entry.Id}' cannot be downloaded ({Reason(e)}); the bundled models serve meanwhile. " +
                $"Try again with a network, or unpack {url} into '{catalog.Options.InstalledFolder}'.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModelException($"The model '{entry.Id}' cannot be stored in '{catalog.Options.InstalledFolder}': {e.Message}", e);
        }
    }

    private async Task DownloadAsync(Uri url, string archive, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        using var file = new FileStream(archive, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (file.Length > 0)
        {
            request.Headers.Range = new RangeHeaderValue(file.Length, null);
        }

        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            // Everything had arrived before; the hash decides whether it is right.
            return;
        }

        response.EnsureSuccessStatusCode();
        var resumed = response.StatusCode == HttpStatusCode.PartialContent && response.Content.Headers.ContentRange?.From == file.Length;
        if (!resumed)
        {
            file.SetLength(0);
        }

        file.Seek(0, SeekOrigin.End);
        var total = response.Content.Headers.ContentLength + file.Length;
        using var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var buffer = new byte[BufferLength];
        for (int count; (count = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            await file.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
            progress?.Report(new DownloadProgress(DownloadStage.Downloading, file.Length, total));
        }

        if (total is { } announced && file.Length < announced)
        {
            throw new HttpRequestException("the connection was cut");
        }
    }

    private static async Task<string> VerifyAsync(
        ModelEntry entry, string archive, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        progress?.Report(new DownloadProgress(DownloadStage.Verifying, 0, new FileInfo(archive).Length));
        var hash = await ModelCheck.HashAsync(archive, cancellationToken).ConfigureAwait(false);
        if (entry.Sha256 is { } expected && !string.Equals(hash, expected, StringComparison.OrdinalIgnoreCase))
        {
            File.Delete(archive);
            throw new ModelException($"The download of '{entry.Id}' is not the file the catalogue names (SHA-256 {hash}); it was deleted, try again.");
        }

        return hash;
    }

    private async Task<string> UnpackAsync(
        ModelEntry entry, Uri url, string archive, string hash, IProgress<DownloadProgress>? progress, CancellationToken cancellationToken)
    {
        var place = Path.Combine(catalog.Options.InstalledFolder, entry.Id);
        var unpacked = place + ModelCatalog.UnfinishedSuffix;
        DeleteFolder(unpacked);
        Directory.CreateDirectory(unpacked);
        try
        {
            await ModelArchive.UnpackAsync(archive, unpacked, progress, cancellationToken).ConfigureAwait(false);
            if (entry.Kind == ModelKind.Recognition && ModelFolder.Problems(unpacked).FirstOrDefault() is { } problem)
            {
                throw new ModelException($"The archive of '{entry.Id}' does not hold a usable model: {problem}.");
            }

            var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var file in Directory.EnumerateFiles(unpacked, "*", SearchOption.AllDirectories))
            {
                files[Path.GetRelativePath(unpacked, file).Replace('\\', '/')] = await ModelCheck.HashAsync(file, cancellationToken).ConfigureAwait(false);
            }

            new ModelReceipt(entry.Id, url, hash, files).Write(unpacked);
            Directory.Move(unpacked, place);
            File.Delete(archive);
            return place;
        }
        catch (ModelException)
        {
            // Kept, a wrong archive would be taken up again at the next attempt.
            File.Delete(archive);
            throw;
        }
        finally
        {
            DeleteFolder(unpacked);
        }
    }

    private static void DeleteFolder(string path)
    {
        if (Directory.Exists(path))
        {
            Directory.Delete(path, recursive: true);
        }
    }

    private static string Reason(Exception e) => e switch
    {
        HttpRequestException { StatusCode: { } status } => $"the server answered {(int)status}",
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "no network: the server's name is not known",
        TaskCanceledException => "the server fell silent",
        HttpIOException => "the connection was cut",
        _ => e.Message,
    };
}
