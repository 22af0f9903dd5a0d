using NodaTime;

namespace VoiceMed.Assistant.Answering;

/// <summary>What is the same for every kind of card.</summary>
/// <param name="Id">The card's identifier within the session.</param>
/// <param name="Title">The answer in a few words.</param>
/// <param name="Language"><c>ru</c> or <c>en</c>.</param>
/// <param name="Patient">The patient's name, or null for a card about nobody.</param>
/// <param name="Note">One sentence under the title, or null.</param>
/// <param name="Sensitivity"><c>normal</c>, <c>restricted</c> or <c>very-restricted</c>.</param>
/// <param name="Now">The present moment: tells consents in force from those that are not.</param>
public sealed record CardFrame(string Id, string Title, string Language, string? Patient, string? Note, string Sensitivity, Instant Now)
{
    /// <summary>The name a sensitivity goes by on the wire and in the packs.</summary>
    public static string NameOf(LedgerClient.Records.Sensitivity sensitivity) => sensitivity switch
    {
        LedgerClient.Records.Sensitivity.Restricted => "restricted",
        LedgerClient.Records.Sensitivity.VeryRestricted => "very-restricted",
        _ => "normal",
    };
}
