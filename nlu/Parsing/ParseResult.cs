namespace VoiceMed.Nlu.Parsing;

/// <summary>What came of an utterance. Immutable.</summary>
/// <param name="Text">As heard.</param>
/// <param name="Language">The language it was parsed in.</param>
/// <param name="Intents">What was asked, in the order asked; more than one when one utterance asks two things; empty when not understood.</param>
/// <param name="Nearest">The nearest intents, nearest first, also when understood.</param>
/// <param name="Explanation">Why, for a person: which template matched, or what was heard, nearest and missing.</param>
public sealed record ParseResult(
    string Text, string Language, IReadOnlyList<IntentMatch> Intents, IReadOnlyList<NearestIntent> Nearest, string Explanation)
{
    /// <summary>The identifier of what nobody understood.</summary>
    public const string None = "none";

    /// <summary>Whether at least one intent was understood.</summary>
    public bool IsUnderstood => Intents.Count > 0;

    /// <summary>The first intent's identifier, or <see cref="None"/>.</summary>
    public string Intent => IsUnderstood ? Intents[0].Intent : None;

    /// <summary>Required slots of the first intent that have no value.</summary>
    public IReadOnlyList<string> Missing => IsUnderstood ? Intents[0].Missing : [];
}
