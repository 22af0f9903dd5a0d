using VoiceMed.Ledger.Storage;

namespace VoiceMed.Ledger.Verification;

/// <summary>Checks every byte of the ledger's file against the digests of its pages.</summary>
internal static class FileCheck
{
    /// <summary>The pages that differ; -1 stands for digests that are not there.</summary>
    public static IReadOnlyList<int> Differing(string file) => File.Exists(PageDigests.PathOf(file))
        ? [.. PageDigests.Differing(file, WriteAheadLog.Pages(file))]
        : [-1];

    /// <summary>Names what lies on the pages that differ.</summary>
    public static void Report(LedgerOptions options, IReadOnlyList<int> pages, ProblemList problems)
    {
        if (pages.Count == 0)
        {
            return;
        }

        var map = new PageMap(options.File);
        foreach (var page in pages)
        {
            switch (page)
            {
                case -1:
                    problems.Add(PageDigests.PathOf(options.File), "the digests of the file's pages are missing.");
                    break;
                case 0:
                    problems.Add(PageDigests.PathOf(options.File), "the digests or the file have been cut or lengthened, or the digests' header is damaged.");
                    break;
                default:
                    var from = (page - 1L) * PageDigests.PageSize;
                    problems.Add(map.Describe(page), $"page {page} of the file (bytes {from} to {from + PageDigests.PageSize - 1}) is not what was written.");
                    break;
            }
        }
    }
}
