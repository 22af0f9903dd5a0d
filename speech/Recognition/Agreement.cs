namespace VoiceMed.Speech.Recognition;

/// <summary>
/// How the two decodings of one utterance relate. A phrase list alone forces wrong words at full confidence, so a command
/// is acted on only when this is <see cref="Agree"/> or <see cref="GrammarMarginClear"/>, or when the free decoding alone is sure.
/// <see cref="Transcript.IsActionable"/> says so.
/// </summary>
public enum Agreement
{
    /// <summary>Neither decoding heard a word: silence, noise, or speech outside both vocabularies.</summary>
    Nothing,

    /// <summary>Both decodings heard the same words.</summary>
    Agree,

    /// <summary>They differ, and whole phrases of the list explain the sound as well as the free decoding or better.</summary>
    GrammarMarginClear,

    /// <summary>
    /// Only the free decoding is to be believed: there is no phrase list, or what was said is not on it. The text may hold anything.
    /// </summary>
    FreeOnly,

    /// <summary>They differ, and whole phrases of the list explain the sound somewhat worse. Show the text; ask before acting on it.</summary>
    Disagree,
}
