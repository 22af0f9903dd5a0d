using System.Globalization;
using VoiceMed.Ledger.Export;
using VoiceMed.Ledger.Governance;
using VoiceMed.Ledger.Tests.Support;
using VoiceMed.Ledger.Verification;
using VoiceMed.LedgerClient.Proofs;
using VoiceMed.LedgerClient.Serialization;
using Xunit;

namespace VoiceMed.Ledger.Tests.Verification;

/// <summary>Single changed bytes, each found and located. Ten thousand of each with <c>VOICEMED_FLIPS=10000</c>; a thousand by default.</summary>
public class SingleByteTests
{
    private static int Flips => int.TryParse(Environment.GetEnvironmentVariable("VOICEMED_FLIPS"), NumberStyles.None, CultureInfo.InvariantCulture, out var flips) ? flips : 1000;

    [Fact]
    public async Task Verify_AnyByteOfTheFileChanged_NamesWhereItLies()
    {
        await using var temporary = await TemporaryLedger.OpenAsync();
        await FillAsync(temporary);
        await temporary.Ledger.DisposeAsync();
        Assert.True((await LedgerVerifier.VerifyAsync(temporary.Options)).IsGood);
        var random = new Random(20261122);
        var whole = await File.ReadAllBytesAsync(temporary.Options.File);
        using var file = new FileStream(temporary.Options.File, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);

        for (var i = 0; i < Flips; i++)
        {
            var at = random.Next(whole.Length);
            Write(file, at, (byte)(whole[at] ^ (1 << random.Next(8))));

            var report = await LedgerVerifier.VerifyAsync(temporary.Options);

            Assert.False(report.IsGood, $"byte {at} was changed, and nobody noticed");
            var page = (at / 4096) + 1;
            Assert.Contains(report.Problems, problem => problem.What.StartsWith($"page {page} of the file", StringComparison.Ordinal));
            Write(file, at, whole[at]);
        }

        Assert.True((await LedgerVerifier.VerifyAsync(temporary.Options)).IsGood);
    }

    [Fact]
    public async Task Verify_ByteOfAnEntryChanged_NamesTheEntryFirst()
    {
        await using var temporary = await TemporaryLedger.OpenAsync();
        await FillAsync(temporary);
        var stored = temporary.Ledger.Store.Read(static reader => reader.Find("patient/patient-1", 7)!.Stored);
        await temporary.Ledger.DisposeAsync();
        var whole = await File.ReadAllBytesAsync(temporary.Options.File);
        var at = whole.AsSpan().IndexOf(stored);
        Assert.True(at > 0);
        whole[at + 20] ^= 4;
        await File.WriteAllBytesAsync(temporary.Options.File, whole);

        var report = await LedgerVerifier.VerifyAsync(temporary.Options);

        Assert.Equal("patient/patient-1 #7", report.Problems[0].Where);
    }

    [Fact]
    public async Task Verify_EveryPageInTurn_IsCalledByTheEntriesOrTheTableOnIt()
    {
        await using var temporary = await TemporaryLedger.OpenAsync();
        await FillAsync(temporary);
        await temporary.Ledger.DisposeAsync();
        var pages = (int)(new FileInfo(temporary.Options.File).Length / 4096);

        var map = new PageMap(temporary.Options.File);
        var called = Enumerable.Range(1, pages).Select(map.Describe).ToList();

        Assert.Contains("table schema", called[0], StringComparison.Ordinal);
        Assert.Contains(called, static name => name.StartsWith("patient/patient-1 #", StringComparison.Ordinal) && name.EndsWith("(table entries)", StringComparison.Ordinal));
        foreach (var table in new[] { "signatures", "nodes", "facts", "deliveries", "written", "acted", "vault" })
        {
            Assert.Contains(called, name => name.Contains(" #", StringComparison.Ordinal) && name.EndsWith($"(table {table})", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Verify_AnyByteOfAnExportedProofChanged_IsFoundAndLocated()
    {
        await using var temporary = await TemporaryLedger.OpenAsync();
        await FillAsync(temporary);
        var answer = await temporary.Ledger.GetHospitalVisitsAsync(new("patient-1"), null, null, null, null, TemporaryLedger.House);
        var exported = ProofJson.Write((CheckpointProof)answer.Proof!);
        var council = PinnedCouncil.Read(PinnedCouncil.PathIn(temporary.Options.KeysDirectory));
        Assert.True(new CheckpointProofVerifier(council).VerifyEntries(ProofJson.Read(exported)).Verified);
        var random = new Random(7);

        for (var i = 0; i < Math.Max(Flips, 2000); i++)
        {
            var changed = (byte[])exported.Clone();
            var at = random.Next(changed.Length);
            changed[at] ^= (byte)(1 << random.Next(8));

            // Located: by the record, the chain's head, the checkpoint or its signature, or the place in the text.
            Assert.Matches(@"(?i)record \d+ of|the head of|checkpoint|the signature of|at byte \d+|cannot be read at \$.*, byte \d+", Complaint(changed, council));
        }
    }

    [Fact]
    public async Task Verify_AnyByteOfAnExportChanged_NamesTheFile()
    {
        await using var temporary = await TemporaryLedger.OpenAsync();
        await FillAsync(temporary);
        await temporary.Ledger.Checkpoints.MakeAsync();
        var folder = Path.Combine(temporary.Folder, "export");
        LedgerExport.Write(temporary.Ledger.Store, folder);
        var council = PinnedCouncil.Read(PinnedCouncil.PathIn(temporary.Options.KeysDirectory));
        Assert.True(ExportVerifier.Verify(folder, council).IsGood, string.Join('\n', ExportVerifier.Verify(folder, council).Problems));
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(static path => path, File.ReadAllBytes);
        var random = new Random(11);

        for (var i = 0; i < Flips; i++)
        {
            var (path, whole) = files.ElementAt(random.Next(files.Count));
            var changed = (byte[])whole.Clone();
            changed[random.Next(changed.Length)] ^= (byte)(1 << random.Next(8));
            await File.WriteAllBytesAsync(path, changed);

            var problems = ExportVerifier.Verify(folder, council).Problems;

            var name = Path.GetRelativePath(folder, path);
            Assert.True(
                name == "files.tsv" ? problems.Count > 0 : problems.Any(problem => problem.Where == name),
                $"a changed byte of {name} was not located: {string.Join('\n', problems)}");
            await File.WriteAllBytesAsync(path, whole);
        }
    }

    [Fact]
    public async Task Verify_DocumentOfAnExportReplaced_IsFoundThoughTheListWasMadeAnew()
    {
        await using var temporary = await TemporaryLedger.OpenAsync();
        await FillAsync(temporary);
        await temporary.Ledger.Checkpoints.MakeAsync();
        var folder = Path.Combine(temporary.Folder, "export");
        LedgerExport.Write(temporary.Ledger.Store, folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "documents", "doc-1"), "another document");
        File.Delete(Path.Combine(folder, "files.tsv"));
        ExportFiles.Write(folder);

        var problem = Assert.Single(ExportVerifier.Verify(folder).Problems);

        Assert.Contains("documents/doc-1 is not the document it commits to", problem.What, StringComparison.Ordinal);
    }

    private static string Complaint(byte[] proof, CouncilKeys council)
    {
        try
        {
            var verdict = new CheckpointProofVerifier(council).VerifyEntries(ProofJson.Read(proof));
            return verdict.Verified ? string.Empty : verdict.Detail;
        }
        catch (FormatException e)
        {
            return e.Message;
        }
    }

    private static async Task FillAsync(TemporaryLedger temporary)
    {
        var patient = await temporary.Ledger.AdmitAsync("patient-1", visits: 12);
        await temporary.Ledger.AppendDocumentAsync(
            Records.Document(patient, "doc-1"), RecordJson.Encode(Records.Visit(patient, 1)), new(TemporaryLedger.First, "doc-1"));
        await temporary.Ledger.GetAllergiesAsync(patient, TemporaryLedger.House);
    }

    private static void Write(FileStream file, int at, byte value)
    {
        file.Position = at;
        file.WriteByte(value);
        file.Flush();
    }
}
