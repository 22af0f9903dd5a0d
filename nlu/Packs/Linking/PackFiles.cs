using VoiceMed.Nlu.Packs.Contracts;
using VoiceMed.Nlu.Packs.LanguageFiles;

namespace VoiceMed.Nlu.Packs.Linking;

/// <summary>The files of one pack, each read by itself. Immutable.</summary>
internal sealed record PackFiles(string Name, IReadOnlyList<ContractFile> Contracts, IReadOnlyList<LanguageFile> Languages)
{
    public IEnumerable<string> Paths => Contracts.Select(c => c.Path).Concat(Languages.Select(l => l.Path));

    public PackFiles Without(IReadOnlySet<string> paths) => this with
    {
        Contracts = [.. Contracts.Where(c => !paths.Contains(c.Path))],
        Languages = [.. Languages.Where(l => !paths.Contains(l.Path))],
    };
}
