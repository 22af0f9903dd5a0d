namespace VoiceMed.Nlu.Parsing;

/// <summary>A slot's value. Immutable.</summary>
/// <param name="Value">Canonical value (see docs/integrators.md); several separated by ',' where the slot takes many.</param>
/// <param name="Raw">The words it was said with; empty when it was not said.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record SlotValue(string Value, string Raw, SlotSource Source)
{
    /// <summary>When the words fit several values (two patients with one surname): all of them; otherwise the one.</summary>
    public IReadOnlyList<string> Candidates => Value.Split('|');

    /// <summary>Whether somebody must choose among <see cref="Candidates"/> first.</summary>
    public bool IsAmbiguous => Value.Contains('|', StringComparison.Ordinal);

    /// <summary>The canonical value.</summary>
    public override string ToString() => Value;
}
