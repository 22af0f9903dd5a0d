namespace VoiceMed.Nlu.Packs.Lists;

/// <summary>The host's values for dynamic lists: hospitals and persons of the ledger. Implementations are thread-safe.</summary>
public interface IDynamicListSource
{
    /// <summary>
    /// The values of <paramref name="list"/> in <paramref name="language"/> now; empty when it has none; null when it does not
    /// know the list, so that the pack's examples serve.
    /// </summary>
    IReadOnlyList<DynamicListValue>? Values(string list, string language);
}
