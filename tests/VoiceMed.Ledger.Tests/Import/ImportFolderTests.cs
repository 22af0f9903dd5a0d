using System.Text.Json;
using VoiceMed.Ledger.Import;
using VoiceMed.LedgerClient.Identifiers;
using Xunit;

namespace VoiceMed.Ledger.Tests.Import;

public sealed class ImportFolderTests : IAsyncLifetime
{
    private const string Good = """
        {"resourceType":"Patient","id":"1","name":[{"family":"Орлов","given":["Олег"]}],"birthDate":"1950-02-01"}
        """;

    private readonly List<ImportedFile> _taken = [];
    private CityLedger _city = null!;
    private string _inbox = null!;

    public async Task InitializeAsync()
    {
        _city = await CityLedger.OpenAsync();
        _inbox = _city.NewFolder("inbox");
    }

    public async Task DisposeAsync() => await _city.DisposeAsync();

    [Fact]
    public async Task Look_CompleteFile_IsTakenAtTheSecondLookAndMovedToDone()
    {
        var folder = Folder();
        Drop("a.json", Good);
        await folder.LookAsync(_taken.Add);
        Assert.Empty(_taken);
        await folder.LookAsync(_taken.Add);
        Assert.Equal(1, Assert.Single(_taken).Report.Added);
        Assert.Equal(["done/a.json"], Files());
    }

    [Fact]
    public async Task Look_FileThatStillGrows_IsLeftAloneUntilItStops()
    {
        var folder = Folder();
        Drop("a.json", Good[..20]);
        await folder.LookAsync(_taken.Add);
        Drop("a.json", Good);
        await folder.LookAsync(_taken.Add);
        Assert.Empty(_taken);
        await folder.LookAsync(_taken.Add);
        Assert.Equal(0, Assert.Single(_taken).Report.Failed);
    }

    [Fact]
    public async Task Look_BadFile_GoesToTheDeadLettersWithTheReasonBeside()
    {
        Drop("b.ndjson", Good + "\n{\"resourceType\":\"Patient\",\"id\":\"2\",\"birthDate\":\"soon\",\"name\":[{\"text\":\"Секретная\"}]}\n");
        await LookTwiceAsync(Folder());
        Assert.Equal(["dead-letter/b.ndjson", "dead-letter/b.ndjson.reason.json"], Files());
        var text = await File.ReadAllTextAsync(Path.Combine(_inbox, "dead-letter", "b.ndjson.reason.json"));
        using var reason = JsonDocument.Parse(text);
        var failure = Assert.Single(reason.RootElement.GetProperty("failures").EnumerateArray());
        Assert.Equal("line 2: $.birthDate", failure.GetProperty("path").GetString());
        Assert.DoesNotContain("Секретная", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Look_MendedDeadLetterDroppedAgain_AddsOnlyWhatWasMissing()
    {
        var line = "{\"resourceType\":\"Patient\",\"id\":\"2\",\"birthDate\":\"1960-01-01\",\"name\":[{\"text\":\"Петров Пётр\"}]}";
        Drop("b.ndjson", Good + "\n" + line.Replace("1960-01-01", "soon", StringComparison.Ordinal));
        var folder = Folder();
        await LookTwiceAsync(folder);
        Drop("b.ndjson", Good + "\n" + line);
        await LookTwiceAsync(folder);
        Assert.Equal((1, 1, 0), (_taken[1].Report.Added, _taken[1].Report.Unchanged, _taken[1].Report.Failed));
    }

    [Fact]
    public async Task Look_SameNameTwice_KeepsBothFiles()
    {
        var folder = Folder();
        Drop("a.json", Good);
        await LookTwiceAsync(folder);
        Drop("a.json", Good);
        await LookTwiceAsync(folder);
        Assert.Equal(["done/a.2.json", "done/a.json"], Files());
        Assert.Equal(1, _taken[1].Report.Unchanged);
    }

    [Fact]
    public async Task Look_FileBeingPrepared_IsNotTouched()
    {
        Drop("a.json.tmp", Good);
        Drop(".hidden.json", Good);
        await LookTwiceAsync(Folder());
        Assert.Equal([".hidden.json", "a.json.tmp"], Files());
    }

    [Fact]
    public async Task Look_AfterARunThatWasCutShort_FinishesTheFile()
    {
        // As a run leaves it that ended after writing and before moving: the records are there, the file is too.
        Drop("a.json", Good);
        await new FileImporter(new FhirImporter(_city.Ledger)).ImportAsync(Path.Combine(_inbox, "a.json"), new ImportSource("mis-1", CityLedger.Hospital));
        await LookTwiceAsync(Folder());
        Assert.Equal((0, 1), (_taken[0].Report.Added, _taken[0].Report.Unchanged));
        Assert.Equal(["done/a.json"], Files());
    }

    [Fact]
    public async Task Watch_OnItsSchedule_TakesWhatIsDroppedUntilCancelled()
    {
        using var end = new CancellationTokenSource();
        var folder = Folder();
        Drop("a.json", Good);
        var watch = folder.WatchAsync(
            TimeSpan.FromMilliseconds(20),
            file =>
            {
                _taken.Add(file);
                end.Cancel();
            },
            trouble => Assert.Fail(trouble),
            end.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watch.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.Single(_taken);
    }

    private ImportFolder Folder() =>
        new(_inbox, new FileImporter(new FhirImporter(_city.Ledger)), new ImportSource("mis-1", CityLedger.Hospital));

    private void Drop(string name, string text) => File.WriteAllText(Path.Combine(_inbox, name), text);

    private async Task LookTwiceAsync(ImportFolder folder)
    {
        await folder.LookAsync(_taken.Add);
        await folder.LookAsync(_taken.Add);
    }

    private string[] Files() => Directory.EnumerateFiles(_inbox, "*", SearchOption.AllDirectories)
        .Select(f => Path.GetRelativePath(_inbox, f).Replace('\\', '/')).Order(StringComparer.Ordinal).ToArray();
}
