using System.Globalization;
using System.Text.Json;
using VoiceMed.Ledger.Access;
using VoiceMed.Ledger.Verification;
using VoiceMed.LedgerClient.Entries;
using VoiceMed.LedgerClient.Records;
using VoiceMed.LedgerClient.Serialization;

namespace VoiceMed.Ledger.Export;

/// <summary>The documents of an export, each checked against the commitment its entry holds. Not thread-safe.</summary>
internal sealed class ExportedDocuments
{
    private readonly string _folder;
    private readonly ProblemList _problems;
    private readonly Dictionary<(string Chain, long Index), (string Id, byte[] Key)> _keys;

    /// <summary>Reads the list of documents.</summary>
    /// <exception cref="FormatException">The list cannot be read.</exception>
    public ExportedDocuments(string folder, ProblemList problems)
    {
        (_folder, _problems) = (folder, problems);
        _keys = File.ReadLines(Path.Combine(folder, "documents.tsv")).Select(static line => line.Split('\t')).ToDictionary(
            static line => (line[1], long.Parse(line[2], CultureInfo.InvariantCulture)),
            static line => (line[0], Convert.FromBase64String(line[3])));
    }

    /// <summary>Checks the document of an entry, if the entry has one that was not erased.</summary>
    public void Check(EntryHeader header, byte[] payload)
    {
        if (header.Attachment.Length == 0 || payload.Length == 0)
        {
            return;
        }

        var where = string.Create(CultureInfo.InvariantCulture, $"{header.Chain} #{header.Index}");
        if (!_keys.Remove((header.Chain, header.Index), out var listed))
        {
            _problems.Add(where, "documents.tsv does not name its document.");
            return;
        }

        var file = Path.Combine(_folder, "documents", Uri.EscapeDataString(listed.Id));
        var holds = Read(payload) is { } document && document.Id == listed.Id && File.Exists(file)
            && DocumentKeys.Commit(listed.Key, File.ReadAllBytes(file)) == document.Commitment;
        if (!holds)
        {
            _problems.Add(where, $"documents/{Uri.EscapeDataString(listed.Id)} is not the document it commits to.");
        }
    }

    /// <summary>Names documents no entry speaks of.</summary>
    public void CheckNoneIsLeft()
    {
        foreach (var (id, _) in _keys.Values)
        {
            _problems.Add("documents.tsv", $"{id} is of an entry that is not here.");
        }
    }

    private static DocumentInfo? Read(byte[] payload)
    {
        try
        {
            return RecordJson.Decode(payload) as DocumentInfo;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
