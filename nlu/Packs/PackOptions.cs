using VoiceMed.Nlu.Language;
using VoiceMed.Nlu.Packs.Lists;

namespace VoiceMed.Nlu.Packs;

/// <summary>What the host gives the packs. Immutable.</summary>
public sealed record PackOptions
{
    /// <summary>The operations that <c>call</c> may name; null leaves calls unchecked. Default null.</summary>
    public IReadOnlyList<OperationSignature>? Operations { get; init; }

    /// <summary>The hosts (<c>name</c> or <c>name:port</c>) that <c>get</c> and <c>post</c> may reach; null leaves them unchecked. Default null.</summary>
    public IReadOnlyList<string>? ServiceHosts { get; init; }

    /// <summary>Values of dynamic lists; null uses the packs' own examples. Default null.</summary>
    public IDynamicListSource? DynamicLists { get; init; }

    /// <summary>The languages to read; a folder of another language is ignored. Default Russian and English.</summary>
    public Languages Languages { get; init; } = Languages.Default;

    /// <summary>
    /// Which of the packs' test utterances the classifier may also learn from. Default all; cross-validation holds some out.
    /// </summary>
    public Func<string, bool> TrainOnTest { get; init; } = _ => true;
}
