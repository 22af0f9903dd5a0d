using System.Security.Cryptography;
using VoiceMed.Auth.Liveness;
using VoiceMed.Auth.Policy;
using VoiceMed.Auth.Scoring;

namespace VoiceMed.Auth.Challenge;

/// <summary>
/// Asks one doctor, once, for random digits: words and voice of one answer must both be right, in time, and the sound must be new. A
/// recording of the doctor does not contain the digits; somebody else who reads them does not have the voice. Not thread-safe.
/// </summary>
public sealed class DigitChallenge
{
    private readonly ChallengeRule _rule;
    private readonly DateTimeOffset _deadline;
    private bool _answered;

    /// <summary>Puts a challenge with random digits.</summary>
    /// <param name="doctor">Whose voice must answer.</param>
    /// <param name="rule">Number of digits, time limit and floor.</param>
    /// <param name="now">When it is asked.</param>
    public DigitChallenge(string doctor, ChallengeRule rule, DateTimeOffset now)
        : this(doctor, rule, now, Draw((rule ?? throw new ArgumentNullException(nameof(rule))).Digits))
    {
    }

    private DigitChallenge(string doctor, ChallengeRule rule, DateTimeOffset now, string digits)
    {
        ArgumentException.ThrowIfNullOrEmpty(doctor);
        ArgumentNullException.ThrowIfNull(rule);
        (Doctor, _rule, Digits, _deadline) = (doctor, rule, digits, now + rule.TimeLimit);
    }

    /// <summary>Puts a challenge with given digits: for recorded demonstrations and tests only, where nobody can answer random ones.</summary>
    /// <exception cref="ArgumentException"><paramref name="digits"/> is empty or holds something else than digits.</exception>
    public static DigitChallenge WithDigits(string doctor, ChallengeRule rule, DateTimeOffset now, string digits)
    {
        ArgumentException.ThrowIfNullOrEmpty(digits);
        return digits.All(char.IsAsciiDigit)
            ? new DigitChallenge(doctor, rule, now, digits)
            : throw new ArgumentException("Only digits can be asked for.", nameof(digits));
    }

    /// <summary>Whose voice must answer.</summary>
    public string Doctor { get; }

    /// <summary>The digits asked for, for example <c>4719</c>. No digit follows itself: repeated digits are misheard.</summary>
    public string Digits { get; }

    /// <summary>Checks the answer. A challenge can be answered once, whatever the outcome.</summary>
    /// <param name="text">What was recognised.</param>
    /// <param name="language">Its language, <c>ru</c> or <c>en</c>.</param>
    /// <param name="evidence">What its sound says about the speaker, and whether it was heard before (<see cref="SpoofSigns.Replay"/>).</param>
    /// <param name="now">When the answer ended.</param>
    public ChallengeOutcome Answer(string text, string language, SpeakerEvidence evidence, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        if (_answered)
        {
            return ChallengeOutcome.AlreadyAnswered;
        }

        _answered = true;
        return now > _deadline ? ChallengeOutcome.TooLate
            : evidence.SpoofSigns.HasFlag(SpoofSigns.Replay) ? ChallengeOutcome.Replay
            : SpokenDigits.Read(text, language) != Digits ? ChallengeOutcome.WrongDigits
            : evidence.SpoofSigns.HasFlag(SpoofSigns.SecondVoice) || evidence.For(Doctor) < _rule.Floor ? ChallengeOutcome.WrongVoice
            : ChallengeOutcome.Passed;
    }

    private static string Draw(int count)
    {
        var digits = new char[count];
        for (var i = 0; i < count; i++)
        {
            do
            {
                digits[i] = (char)('0' + RandomNumberGenerator.GetInt32(10));
            }
            while (i > 0 && digits[i] == digits[i - 1]);
        }

        return new string(digits);
    }
}
