using NodaTime;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Fabric.Clinical;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.LedgerClient.Tests.Fabric.Clinical;

public sealed class DocumentVaultTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("voicemed-vault-").FullName;
    private readonly byte[] content = "Выписной эпикриз"u8.ToArray();

    [Fact]
    public async Task Open_Sealed_GivesTheBytesBack()
    {
        var document = await SealAsync();
        Assert.Equal(content, await NewVault().OpenAsync(document, default));
    }

    [Fact]
    public async Task Open_EmptyDocument_GivesNoBytes()
    {
        var document = Committed([]);
        await NewVault().SealAsync(document, Array.Empty<byte>(), default);
        Assert.Empty(await NewVault().OpenAsync(document, default));
    }

    [Fact]
    public async Task Seal_Twice_ChangesNothing()
    {
        var document = await SealAsync();
        var before = await File.ReadAllBytesAsync(SealedFile());
        await NewVault().SealAsync(document, content, default);
        Assert.Equal(before, await File.ReadAllBytesAsync(SealedFile()));
    }

    [Fact]
    public async Task Seal_Document_LeavesNeitherTextNorNamesOnTheDisk()
    {
        await SealAsync();
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            Assert.DoesNotContain("patient-1", file, StringComparison.Ordinal);
            Assert.Equal(-1, (await File.ReadAllBytesAsync(file)).AsSpan().IndexOf("эпикриз"u8));
        }
    }

    [Fact]
    public async Task Open_EveryByteFlippedOrTheEndCutOff_IsTampered()
    {
        var document = await SealAsync();
        var bytes = await File.ReadAllBytesAsync(SealedFile());
        for (var at = 0; at < bytes.Length; at++)
        {
            var flipped = bytes.ToArray();
            flipped[at] ^= 1;
            await AssertDamagedAsync(document, flipped);
            await AssertDamagedAsync(document, bytes[..at]);
        }
    }

    [Fact]
    public async Task Open_KeyDestroyed_IsErased()
    {
        var document = await SealAsync();
        File.Delete(Directory.GetFiles(Path.Combine(folder, "keys"), "*.key").Single());
        var refused = await Assert.ThrowsAsync<LedgerRejectedException>(() => NewVault().OpenAsync(document, default));
        Assert.Equal("patient.erased", refused.Code);
    }

    [Fact]
    public async Task Destroy_Patient_LeavesNoKeyAndMakesNoNewOne()
    {
        var document = await SealAsync();
        var other = NewVault().CommitmentKey(new PatientId("patient-2"), "doc-2");
        Assert.True(NewVault().Keys.Has(document.Patient));

        NewVault().Keys.Destroy(document.Patient);
        NewVault().Keys.Destroy(document.Patient);

        Assert.False(NewVault().Keys.Has(document.Patient));
        Assert.Equal("patient.erased", (await Assert.ThrowsAsync<LedgerRejectedException>(() => NewVault().OpenAsync(document, default))).Code);
        Assert.Equal("patient.erased", Assert.Throws<LedgerRejectedException>(() => NewVault().CommitmentKey(document.Patient, "doc-9")).Code);
        Assert.Equal(other, NewVault().CommitmentKey(new PatientId("patient-2"), "doc-2"));
    }

    [Fact]
    public async Task Destroy_PatientWhoseDocumentIsElsewhere_IsErasedHereToo()
    {
        NewVault().Keys.Destroy(new PatientId("patient-1"));
        var document = Bare() with { Commitment = new string('0', 64) };
        Assert.Equal("patient.erased", (await Assert.ThrowsAsync<LedgerRejectedException>(() => NewVault().OpenAsync(document, default))).Code);
    }

    [Fact]
    public async Task Open_NotHere_IsElsewhere()
    {
        var refused = await Assert.ThrowsAsync<LedgerUnavailableException>(() => NewVault().OpenAsync(Committed(content), default));
        Assert.Equal("document.elsewhere", refused.Code);
    }

    [Fact]
    public void CommitmentKey_ManyAtOnce_IsOneKey()
    {
        foreach (var patient in Patients())
        {
            var keys = new byte[16][];
            Parallel.For(0, keys.Length, i => keys[i] = NewVault().CommitmentKey(patient, "doc-1"));
            Assert.All(keys, key => Assert.Equal(keys[0], key));
        }
    }

    [Fact]
    public void CommitmentKey_WhileThePatientIsErased_LeavesNoKey()
    {
        foreach (var patient in Patients())
        {
            Parallel.Invoke(
                () => Record.Exception(() => NewVault().CommitmentKey(patient, "doc-1")),
                () => Record.Exception(() => NewVault().CommitmentKey(patient, "doc-2")),
                () => NewVault().Keys.Destroy(patient));
            Assert.False(NewVault().Keys.Has(patient));
        }
    }

    [Fact]
    public void CommitmentKey_OtherDocumentOrPatient_IsAnother()
    {
        var vault = NewVault();
        var key = vault.CommitmentKey(new PatientId("patient-1"), "doc-1");
        Assert.NotEqual(key, vault.CommitmentKey(new PatientId("patient-1"), "doc-2"));
        Assert.NotEqual(key, vault.CommitmentKey(new PatientId("patient-2"), "doc-1"));
    }

    [Theory]
    [InlineData("vault")]
    [InlineData("keys")]
    public async Task Seal_FolderThatCannotBeUsed_IsUnavailableAndNamesIt(string which)
    {
        var unusable = Path.Combine(folder, which);
        await File.WriteAllTextAsync(unusable, "a file where the folder should be");
        var refused = await Assert.ThrowsAsync<LedgerUnavailableException>(
            () => NewVault().SealAsync(Bare() with { Commitment = new string('0', 64) }, content, default));
        Assert.Equal("storage.failed", refused.Code);
        Assert.Contains(unusable, refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // Often enough that two meet at the same instant.
    private static IEnumerable<PatientId> Patients() => Enumerable.Range(0, 300).Select(number => new PatientId($"patient-{number}"));

    private DocumentVault NewVault() => new(Path.Combine(folder, "vault"), Path.Combine(folder, "keys"));

    private string SealedFile() => Directory.GetFiles(Path.Combine(folder, "vault")).Single();

    private async Task<DocumentInfo> SealAsync()
    {
        var document = Committed(content);
        await NewVault().SealAsync(document, content, default);
        return document;
    }

    private async Task AssertDamagedAsync(DocumentInfo document, byte[] bytes)
    {
        await File.WriteAllBytesAsync(SealedFile(), bytes);
        var refused = await Assert.ThrowsAsync<LedgerTamperedException>(() => NewVault().OpenAsync(document, default));
        Assert.Equal("document.damaged", refused.Code);
    }

    private DocumentInfo Committed(byte[] bytes)
    {
        var document = Bare() with { Size = bytes.Length };
        return document with { Commitment = DocumentVault.Commit(NewVault().CommitmentKey(document.Patient, document.Id), bytes) };
    }

    private static DocumentInfo Bare() => new()
    {
        Id = "doc-1",
        Patient = new PatientId("patient-1"),
        Hospital = new HospitalId("hospital-1"),
        HospitalName = new BilingualText("Больница", "Hospital"),
        Kind = "discharge_summary",
        Title = new BilingualText("Выписка", "Discharge summary"),
        Date = new LocalDate(2026, 3, 1),
        ContentType = "text/plain; charset=utf-8",
    };
}
