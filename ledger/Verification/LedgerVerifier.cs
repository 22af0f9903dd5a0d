using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Errors;

namespace VoiceMed.Ledger.Verification;

/// <summary>
/// Checks a whole ledger and trusts nothing in it but the pinned council keys: every byte of the file against its page digests,
/// every entry's layout, place, link, content and signature, everything derived by deriving it again, every checkpoint's
/// signatures and root, and that the file is not an older copy. It reads only.
/// </summary>
public static class LedgerVerifier
{
    /// <summary>Checks a ledger.</summary>
    /// <param name="options">Where it lies.</param>
    /// <param name="progress">Told how many entries were checked, about every ten thousand; null for nobody.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="LedgerUnavailableException">There is no ledger or there are no keys.</exception>
    public static async ValueTask<VerificationReport> VerifyAsync(
        LedgerOptions options, IProgress<long>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!File.Exists(options.File))
        {
            throw new LedgerUnavailableException("ledger.absent", $"There is no ledger at {options.File}; create one with 'voicemed ledger seed'.");
        }

        var inUse = IsInUse(options.File);
        var pages = inUse ? [] : FileCheck.Differing(options.File);
        var problems = new ProblemList();
        var scan = new EntryCheck(problems);
        var checkpoints = 0;
        try
        {
            var store = LedgerStore.OpenForReading(options);
            await using var disposing = store.ConfigureAwait(false);
            checkpoints = store.Read(reader =>
            {
                LedgerFile.Check(reader.Connection, options.File);
                scan.Run(reader, progress, cancellation);
                return CheckpointCheck.Run(reader, options, scan, problems);
            });
        }
        catch (Exception e) when (e is not (OperationCanceledException or LedgerUnavailableException { Code: "keys.absent" }))
        {
            // A damaged file can make anything fail; whatever it is, it is a finding and not the end of the program.
            problems.Add(scan.Current, e.Message);
        }

        FileCheck.Report(options, pages, problems);
        return new VerificationReport(scan.Count, scan.Chains, checkpoints, scan.Erased, problems.All, FileChecked: !inUse);
    }

    private static bool IsInUse(string file)
    {
        try
        {
            if (File.Exists(file + ".lock"))
            {
                using var held = new FileStream(file + ".lock", FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            }

            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
