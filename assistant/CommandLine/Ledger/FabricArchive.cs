using System.Globalization;
using VoiceMed.LedgerClient.Fabric.Blocks;
using VoiceMed.LedgerClient.Fabric.Clinical;
using VoiceMed.LedgerClient.Fabric.Profile;

namespace VoiceMed.Assistant.CommandLine.Ledger;

/// <summary>A channel's blocks as files (serialised <c>common.Block</c>), and the check of a channel or of such files.</summary>
internal sealed class FabricArchive(Terminal terminal, bool json)
{
    private const string Ending = ".block";

    /// <summary>Writes every block into an empty or new folder, together with the authorities by which they are checked.</summary>
    public async Task<int> WriteAsync(FabricLedger ledger, ConnectionProfile profile, string folder, CancellationToken cancellation)
    {
        try
        {
            Directory.CreateDirectory(folder);
            if (Directory.EnumerateFileSystemEntries(folder).Any())
            {
                throw new CommandException($"{folder} is not empty; name a new folder.");
            }

            var height = await ledger.Browser.CountBlocksAsync(cancellation).ConfigureAwait(false) + 1L;
            for (var number = 0L; number < height; number++)
            {
                var block = await ledger.Browser.GetBlockAsync((ulong)number, cancellation).ConfigureAwait(false);
                await File.WriteAllBytesAsync(PathOf(folder, number), block.ToBytes(), cancellation).ConfigureAwait(false);
            }

            foreach (var (organization, files) in profile.Organizations.Concat(profile.Orderers))
            {
                await File.WriteAllTextAsync(Path.Combine(folder, organization + ".pem"), string.Concat(files.Select(File.ReadAllText)), cancellation).ConfigureAwait(false);
            }

            Say(new { blocks = height, folder }, $"exported {Counted.Of((long)height, "block")} of {profile.Channel}, and the certificate authorities by which 'voicemed ledger verify --export' checks them");
            return ExitCode.Done;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"The export cannot be written: {e.Message}");
        }
    }

    /// <summary>Checks the channel, or, where a folder is named, an export of it.</summary>
    public async Task<int> VerifyAsync(FabricLedger ledger, ConnectionProfile profile, string? folder, IProgress<long> progress, CancellationToken cancellation)
    {
        var height = folder is null
            ? await ledger.Browser.CountBlocksAsync(cancellation).ConfigureAwait(false) + 1L
            : Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*" + Ending).LongCount() : throw new CommandException($"There is no folder {folder}.");
        if (height == 0)
        {
            throw new CommandException($"{folder} holds no block; name a folder that 'voicemed ledger export' wrote.");
        }

        var report = await new FabricChannelVerifier(profile)
            .VerifyAsync(height, folder is null ? ledger.Browser.GetBlockAsync : (number, ending) => ReadAsync(folder, (long)number, ending), progress, cancellation)
            .ConfigureAwait(false);
        foreach (var problem in json ? [] : report.Problems)
        {
            terminal.Result(problem);
        }

        Say(
            new { good = report.IsGood, report.Blocks, report.Transactions, report.Problems },
            report.IsGood
                ? $"good: {Counted.Of(report.Transactions, "transaction")} in {Counted.Of((long)report.Blocks, "block")}, each signed by an orderer and endorsed as the profile asks"
                : "NOT GOOD. Compare with another organisation's peer before anything is written or believed.");
        return report.IsGood ? ExitCode.Done : ExitCode.Failed;
    }

    private static async ValueTask<FabricBlock> ReadAsync(string folder, long number, CancellationToken cancellation)
    {
        try
        {
            return FabricBlock.Parse(await File.ReadAllBytesAsync(PathOf(folder, number), cancellation).ConfigureAwait(false));
        }
        catch (FormatException e)
        {
            throw new CommandException($"{PathOf(folder, number)} is no block: {e.Message}.");
        }
        catch (IOException e)
        {
            throw new CommandException($"A block of the export cannot be read: {e.Message}");
        }
    }

    private static string PathOf(string folder, long number) => Path.Combine(folder, number.ToString("D10", CultureInfo.InvariantCulture) + Ending);

    private void Say(object result, string sentence)
    {
        if (json)
        {
            terminal.ResultJson(result);
        }
        else
        {
            terminal.Result(sentence);
        }
    }
}
