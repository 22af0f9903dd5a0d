namespace VoiceMed.Nlu.Packs;

/// <summary>Something the loader or the checker says about a pack.</summary>
/// <param name="Position">Where.</param>
/// <param name="Code">One of <see cref="PackMessageCode"/>; stable over versions.</param>
/// <param name="Text">What is wrong and, where it can be said, what to write instead.</param>
/// <param name="Severity">An error sets the file aside; a warning does not.</param>
public sealed record PackMessage(SourcePosition Position, string Code, string Text, PackMessageSeverity Severity = PackMessageSeverity.Error)
{
    /// <summary><c>file:line:col: code: text</c>.</summary>
    public override string ToString() => $"{Position}: {Code}: {Text}";
}
