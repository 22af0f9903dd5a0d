namespace VoiceMed.Nlu.Parsing;

/// <summary>Slots bound on the way to a match; a list linked towards the past, so that branches share their beginnings.</summary>
internal sealed record SlotBinding(string Name, string Value, int Start, int End, SlotBinding? Previous)
{
    /// <summary>This list followed by <paramref name="more"/>, which was bound later.</summary>
    public static SlotBinding? Append(SlotBinding? first, SlotBinding? more) =>
        more is null ? first : new SlotBinding(more.Name, more.Value, more.Start, more.End, Append(first, more.Previous));
}
