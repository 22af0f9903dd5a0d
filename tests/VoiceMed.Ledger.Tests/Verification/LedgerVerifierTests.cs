using Microsoft.Data.Sqlite;
using VoiceMed.Ledger.Export;
using VoiceMed.Ledger.Governance;
using VoiceMed.Ledger.Storage;
using VoiceMed.Ledger.Tests.Support;
using VoiceMed.Ledger.Verification;
using VoiceMed.LedgerClient.Errors;
using Xunit;

namespace VoiceMed.Ledger.Tests.Verification;

/// <summary>What somebody does who may write the file and has SQLite, but not the keys. The page digests are done again, so that they do not help.</summary>
public sealed class LedgerVerifierTests : IAsyncLifetime
{
    private TemporaryLedger _temporary = null!;

    public async Task InitializeAsync()
    {
        _temporary = await TemporaryLedger.OpenAsync();
        await _temporary.Ledger.AdmitAsync("patient-1", visits: 6);
        await _temporary.Ledger.AdmitAsync("patient-2", visits: 3);
        await _temporary.Ledger.GetAllergiesAsync(new("patient-1"), TemporaryLedger.House);
    }

    public async Task DisposeAsync() => await _temporary.DisposeAsync();

    [Theory]
    [InlineData("DELETE FROM facts WHERE seq = (SELECT max(seq) FROM facts)", "facts")]
    [InlineData("UPDATE facts SET at = at + 1 WHERE seq = (SELECT max(seq) FROM facts)", "facts")]
    [InlineData("INSERT INTO facts SELECT chain, kind, at + 1, seq FROM facts LIMIT 1", "facts")]
    [InlineData("DELETE FROM deliveries WHERE seq = (SELECT max(seq) FROM deliveries)", "deliveries")]
    [InlineData("DELETE FROM written WHERE seq = (SELECT max(seq) FROM written)", "written")]
    [InlineData("DELETE FROM acted", "acted")]
    [InlineData("UPDATE nodes SET hash = zeroblob(32) WHERE chain = 1 AND position = 0", "node")]
    [InlineData("UPDATE nodes SET hash = zeroblob(32) WHERE chain = 0 AND position = 0", "node")]
    [InlineData("UPDATE signatures SET signature = zeroblob(65) WHERE seq = 12", "signature")]
    [InlineData("DELETE FROM signatures WHERE seq = 12", "signature")]
    [InlineData("UPDATE entries SET payload = zeroblob(200) WHERE seq = 15", "content")]
    [InlineData("DELETE FROM entries WHERE seq = 15", "missing")]
    [InlineData("UPDATE entries SET header = (SELECT header FROM entries WHERE seq = 16) WHERE seq = 15", "continue")]
    [InlineData("UPDATE heads SET size = size - 1 WHERE leaf = 0", "head")]
    [InlineData("DELETE FROM checkpoints", "newest.checkpoint")]
    public async Task Verify_FileEditedWithSqlite_FindsIt(string sql, string expected)
    {
        await EditAsync(sql);

        var report = await LedgerVerifier.VerifyAsync(_temporary.Options);

        Assert.Contains(report.Problems, problem => problem.ToString().Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Verify_OlderCopyPutBack_FindsIt()
    {
        await _temporary.ReopenAsync();
        await _temporary.Ledger.DisposeAsync();
        var copy = _temporary.Options.File + ".copy";
        File.Copy(_temporary.Options.File, copy);
        File.Copy(PageDigests.PathOf(_temporary.Options.File), copy + ".pages");
        await _temporary.ReopenAsync();
        await _temporary.Ledger.AdmitAsync("patient-3", visits: 2);
        await _temporary.Ledger.DisposeAsync();
        File.Move(copy, _temporary.Options.File, overwrite: true);
        File.Move(copy + ".pages", PageDigests.PathOf(_temporary.Options.File), overwrite: true);

        var report = await LedgerVerifier.VerifyAsync(_temporary.Options);

        Assert.Contains(report.Problems, static problem => problem.What.Contains("older copy", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Verify_WhileTheLedgerIsOpen_ChecksEntriesAndSaysSo()
    {
        var report = await LedgerVerifier.VerifyAsync(_temporary.Options);

        Assert.True(report.IsGood);
        Assert.False(report.FileChecked);
    }

    [Fact]
    public async Task Open_NotALedger_SaysWhatItIs()
    {
        await _temporary.Ledger.DisposeAsync();
        await File.WriteAllTextAsync(_temporary.Options.File, "this is no ledger, it is a text that is long enough to be looked at");

        var refused = await Assert.ThrowsAsync<LedgerTamperedException>(() => EmbeddedLedger.OpenAsync(_temporary.Options).AsTask());

        Assert.Equal("file.damaged", refused.Code);
    }

    [Fact]
    public async Task Open_Twice_IsRefusedWhileTheFirstLives()
    {
        var refused = await Assert.ThrowsAsync<LedgerUnavailableException>(() => EmbeddedLedger.OpenAsync(_temporary.Options).AsTask());

        Assert.Equal("ledger.in-use", refused.Code);
    }

    [Fact]
    public async Task Export_Whole_VerifiesAndAChangedByteDoesNot()
    {
        await _temporary.Ledger.Checkpoints.MakeAsync();
        var folder = Path.Combine(_temporary.Folder, "export");
        var exported = LedgerExport.Write(_temporary.Ledger.Store, folder);
        var council = PinnedCouncil.Read(PinnedCouncil.PathIn(_temporary.Options.KeysDirectory));
        var good = ExportVerifier.Verify(folder, council);
        var chain = Path.Combine(folder, "chains", "patient%2Fpatient-1.jsonl");
        var bytes = await File.ReadAllBytesAsync(chain);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(chain, bytes);

        var bad = ExportVerifier.Verify(folder, council);

        Assert.True(good.IsGood, string.Join('\n', good.Problems));
        Assert.Equal(exported.Entries, good.Entries);
        Assert.Contains(bad.Problems, static problem => problem.Where.StartsWith("patient/patient-1", StringComparison.Ordinal));
    }

    private async Task EditAsync(string sql)
    {
        await _temporary.Ledger.DisposeAsync();
        await using (var connection = new SqliteConnection($"Data Source={_temporary.Options.File};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            Assert.True(await command.ExecuteNonQueryAsync() > 0, "the edit changed nothing");
        }

        File.Delete(PageDigests.PathOf(_temporary.Options.File));
        using var digests = new PageDigests(_temporary.Options.File);
        digests.Update([]);
    }
}
