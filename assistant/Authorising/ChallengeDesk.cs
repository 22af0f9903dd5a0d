using VoiceMed.Assistant.Hearing;
using VoiceMed.Auth.Scoring;
using VoiceMed.Nlu.Language;

namespace VoiceMed.Assistant.Authorising;

/// <summary>
/// Puts one challenge at a time: random digits, to be said by the claimed doctor's voice, in time, once. Not thread-safe.
/// </summary>
internal sealed class ChallengeDesk(VoiceGateParts parts)
{
    private static readonly string[][] Words =
    [
        ["ноль", "zero"], ["один", "one"], ["два", "two"], ["три", "three"], ["четыре", "four"],
        ["пять", "five"], ["шесть", "six"], ["семь", "seven"], ["восемь", "eight"], ["девять", "nine"],
    ];

    private string? _digits;
    private DateTimeOffset _until;

    public bool IsOpen => _digits is not null && parts.Time.GetUtcNow() <= _until;

    public ChallengeOffer Open()
    {
        var rule = parts.Policy.Challenge;
        _digits = parts.Digits(rule.Digits);
        _until = parts.Time.GetUtcNow() + rule.TimeLimit + TimeSpan.FromSeconds(_digits.Length);
        return new ChallengeOffer(_digits, (int)rule.TimeLimit.TotalSeconds);
    }

    public void Close() => _digits = null;

    public GateDecision Answer(HeardUtterance heard, SpeakerEvidence? evidence, string? claimed)
    {
        var (digits, inTime) = (_digits, IsOpen);
        _digits = null;
        if (digits is null || !inTime)
        {
            return new GateDecision(GateVerdict.Refuse, "challenge.late");
        }

        if (claimed is null || evidence is null || evidence.For(claimed) < parts.Policy.Challenge.Floor)
        {
            return new GateDecision(GateVerdict.Refuse, "challenge.voice");
        }

        return DigitsOf(heard.Transcript.Text) == digits || DigitsOf(heard.Transcript.FreeText) == digits
            ? new GateDecision(GateVerdict.Allow, "challenge.passed")
            : new GateDecision(GateVerdict.Refuse, "challenge.digits");
    }

    private static string DigitsOf(string text) =>
        string.Concat(TextNormalizer.Words(text).Select(word => Array.FindIndex(Words, forms => forms.Contains(word))).Where(digit => digit >= 0));
}
