using System.Runtime.InteropServices;
using System.Text;
using VoiceMed.Auth.Augmentation;
using VoiceMed.Auth.Scoring;
using VoiceMed.Auth.Tests.Support;
using VoiceMed.Auth.Voiceprints;

namespace VoiceMed.Auth.Tests.Voiceprints;

public sealed class VoiceprintStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly VoiceprintStore _store;

    public VoiceprintStoreTests() => _store = VoiceprintStore.InDataDirectory(_folder.Path);

    private string SealedFile => Directory.GetFiles(_folder.File("voiceprints"), "*.voiceprint").Single();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Save_ThenFind_GivesTheSameTemplate()
    {
        var saved = Make("smirnova");
        _store.Save(saved);

        var found = VoiceprintStore.InDataDirectory(_folder.Path).Find("smirnova")!;

        Assert.Equal(saved.ConsentedOn, found.ConsentedOn);
        Assert.Equal(saved.Enrolled.SelfFit, found.Enrolled.SelfFit);
        for (var i = 0; i < saved.Enrolled.Vectors[0].Values.Length; i++)
        {
            Assert.Equal(saved.Enrolled.Vectors[0].Values[i], found.Enrolled.Vectors[0].Values[i], 1e-4);
        }
    }

    [Fact]
    public void Suspend_ThenResume_KeepsTheRecordAndNotesBoth()
    {
        var saved = Make("smirnova");
        _store.Save(saved);

        Assert.True(_store.Suspend("smirnova", suspended: true));
        Assert.True(_store.Suspend("smirnova", suspended: true));
        Assert.False(_store.Suspend("nobody", suspended: true));

        Assert.Empty(_store.ReadActive());
        Assert.NotNull(_store.Find("smirnova")!.SuspendedAt);
        Assert.Equal(saved.ConsentedOn, _store.Find("smirnova")!.ConsentedOn);
        _store.Suspend("smirnova", suspended: false);
        Assert.Null(Assert.Single(_store.ReadActive()).SuspendedAt);
        var journal = File.ReadAllLines(Path.Combine(_folder.File("voiceprints"), "journal.jsonl"));
        Assert.Equal(["enrolled", "suspended", "resumed"], journal.Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("what").GetString()));
    }

    [Fact]
    public async Task Change_FromManyStoresAtOnce_LosesNothing()
    {
        _store.Save(Make("smirnova"));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            var store = VoiceprintStore.InDataDirectory(_folder.Path);
            for (var i = 0; i < 5; i++)
            {
                store.Change("smirnova", known => known with { Adaptations = known.Adaptations + 1 }, "adapted");
            }
        })));

        Assert.Equal(20, _store.Find("smirnova")!.Adaptations);
    }

    [Fact]
    public async Task Suspend_WhileAnotherStoreChangesTheVoice_IsNotUndone()
    {
        _store.Save(Make("smirnova"));
        var begun = new TaskCompletionSource();
        var suspending = Task.CompletedTask;

        VoiceprintStore.InDataDirectory(_folder.Path).Change(
            "smirnova",
            known =>
            {
                suspending = Task.Run(() =>
                {
                    begun.SetResult();
                    return _store.Suspend("smirnova", suspended: true);
                });
                SpinWait.SpinUntil(() => begun.Task.IsCompleted);
                return known with { Adaptations = 1 };
            },
            "adapted");
        await suspending;

        var found = _store.Find("smirnova")!;
        Assert.NotNull(found.SuspendedAt);
        Assert.Equal(1, found.Adaptations);
    }

    [Fact]
    public void Change_VoiceRemovedMeanwhile_DoesNotBringItBack()
    {
        _store.Save(Make("smirnova"));
        VoiceprintStore.InDataDirectory(_folder.Path).Remove("smirnova");

        Assert.Null(_store.Change("smirnova", known => known with { Adaptations = 1 }, "adapted"));
        Assert.Empty(_store.ReadAll());
    }

    [Fact]
    public void Save_Always_LeavesNoPlaintextOnTheDisk()
    {
        var voiceprint = Make("smirnova");
        _store.Save(voiceprint);

        foreach (var file in Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories))
        {
            ReadOnlySpan<byte> bytes = File.ReadAllBytes(file);
            Assert.Equal(-1, bytes.IndexOf(MemoryMarshal.AsBytes(voiceprint.Enrolled.Vectors[0].Values.AsSpan(0, 4))));
            Assert.Equal(-1, bytes.IndexOf("ConsentedOn"u8));
            Assert.True(file.EndsWith("journal.jsonl", StringComparison.Ordinal) || bytes.IndexOf("smirnova"u8) < 0, file);
        }
    }

    [Fact]
    public void ReadAll_AnyFlippedByte_IsRefusedAndNamed()
    {
        _store.Save(Make("smirnova"));
        var path = SealedFile;
        var good = File.ReadAllBytes(path);
        for (var at = 0; at < good.Length; at += at < 80 ? 1 : 101)
        {
            var bad = good.ToArray();
            bad[at] ^= (byte)(1 << (at % 8));
            File.WriteAllBytes(path, bad);

            var error = Assert.Throws<VoiceprintStoreException>(() => _store.ReadAll());
            Assert.Contains(path, error.Message, StringComparison.Ordinal);
        }

        File.WriteAllBytes(path, good);
        Assert.Single(_store.ReadAll());
    }

    [Fact]
    public void ReadAll_TruncatedAnywhere_IsRefused()
    {
        _store.Save(Make("smirnova"));
        var good = File.ReadAllBytes(SealedFile);
        foreach (var length in (int[])[0, 1, 4, 20, 56, 57, 58, good.Length / 2, good.Length - 1])
        {
            File.WriteAllBytes(SealedFile, good[..length]);
            Assert.Throws<VoiceprintStoreException>(() => _store.ReadAll());
        }
    }

    [Fact]
    public void ReadAll_WrongKey_SaysWhichKeyIsNeeded()
    {
        _store.Save(Make("smirnova"));
        var before = File.ReadAllText(_folder.File("keys/voiceprint.key"));
        using var other = VoiceprintKey.Generate();
        File.WriteAllText(_folder.File("keys/voiceprint.key"), other.Encode());

        var error = Assert.Throws<VoiceprintStoreException>(() => _store.ReadAll());

        Assert.Contains(other.Id, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(other.Encode(), error.Message, StringComparison.Ordinal);
        File.WriteAllText(_folder.File("keys/voiceprint.key"), before);
        Assert.Single(_store.ReadAll());
    }

    [Fact]
    public void ReadAll_MissingKey_NeverMakesANewOne()
    {
        _store.Save(Make("smirnova"));
        File.Delete(_folder.File("keys/voiceprint.key"));

        Assert.Throws<VoiceprintStoreException>(() => _store.ReadAll());
        Assert.Throws<VoiceprintStoreException>(() => _store.Save(Make("kuznetsov")));
        Assert.False(File.Exists(_folder.File("keys/voiceprint.key")));
    }

    [SkippableFact]
    public void Save_DiskFull_FailsClearlyAndKeepsTheOldVoiceprint()
    {
        Skip.IfNot(OperatingSystem.IsLinux() && File.Exists("/dev/full"), "needs Linux's /dev/full");
        _store.Save(Make("smirnova"));
        var path = SealedFile;
        var before = File.ReadAllBytes(path);

        // Whatever is written to the temporary file lands on a device that is always full.
        File.CreateSymbolicLink(path + ".tmp", "/dev/full");
        var error = Assert.Throws<VoiceprintStoreException>(() => _store.Save(Make("smirnova") with { Name = "Another" }));

        Assert.Contains("nothing was changed", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(_folder.File("voiceprints"), "*.voiceprint*"));
    }

    [Fact]
    public void Remove_Enrolled_DeletesTheFileAndKeepsALine()
    {
        _store.Save(Make("smirnova"));

        Assert.True(_store.Remove("smirnova"));
        Assert.False(_store.Remove("smirnova"));
        Assert.Empty(Directory.GetFiles(_folder.File("voiceprints"), "*.voiceprint"));
        Assert.Contains("\"removed\"", File.ReadAllText(_folder.File("voiceprints/journal.jsonl")), StringComparison.Ordinal);
    }

    [Fact]
    public void RotateKey_SealedAnew_FormerFileCannotBeOpened()
    {
        _store.Save(Make("smirnova"));
        var former = File.ReadAllBytes(SealedFile);

        Assert.Equal(1, _store.RotateKey());

        Assert.Equal("smirnova", _store.ReadAll().Single().Doctor);
        File.WriteAllBytes(SealedFile, former);
        Assert.Throws<VoiceprintStoreException>(() => _store.ReadAll());
    }

    [Fact]
    public void RotateKey_InterruptedHalfway_BothHalvesOpenAndItCanBeFinished()
    {
        _store.Save(Make("smirnova"));
        _store.Save(Make("kuznetsov"));
        var oldKey = File.ReadAllText(_folder.File("keys/voiceprint.key"));
        var oldFiles = Directory.GetFiles(_folder.File("voiceprints"), "*.voiceprint").ToDictionary(f => f, File.ReadAllBytes);
        _store.RotateKey();

        // As it was when the machine stopped between the first file and the second.
        File.Move(_folder.File("keys/voiceprint.key"), _folder.File("keys/voiceprint.key.next"));
        File.WriteAllText(_folder.File("keys/voiceprint.key"), oldKey);
        File.WriteAllBytes(oldFiles.Keys.First(), oldFiles.Values.First());

        Assert.Equal(2, _store.ReadAll().Count);
        Assert.Equal(2, _store.RotateKey());
        Assert.False(File.Exists(_folder.File("keys/voiceprint.key.next")));
        Assert.Equal(2, _store.ReadAll().Count);
    }

    [SkippableFact]
    public void Save_OnUnix_KeyAndVoiceprintAreTheOwnersOnly()
    {
        Skip.If(OperatingSystem.IsWindows(), "Windows has no Unix modes");
        _store.Save(Make("smirnova"));

#pragma warning disable CA1416 // skipped on Windows above
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(SealedFile));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.File("keys/voiceprint.key")));
#pragma warning restore CA1416
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("!!!!")]
    public void Parse_NotAKey_IsRefusedWithoutEcho(string text)
    {
        var error = Assert.Throws<VoiceprintStoreException>(() => VoiceprintKey.Parse(text, "The variable"));

        Assert.StartsWith("The variable", error.Message, StringComparison.Ordinal);
    }

    private static Voiceprint Make(string doctor)
    {
        var random = new SeededRandom((ulong)doctor.Length);
        var values = Enumerable.Range(0, 5120).Select(_ => (float)random.NextNormal()).ToArray();
        return new Voiceprint
        {
            Doctor = doctor,
            ConsentedOn = new DateOnly(2026, 3, 1),
            EnrolledAt = DateTimeOffset.UnixEpoch,
            Enrolled = new SpeakerTemplate("model/1", [new SpeakerVector("mel", values, 0.1, 0.2)], 12) { SelfFit = 1.5 },
            Fingerprints = [Encoding.ASCII.GetBytes("12345678")],
        };
    }
}
