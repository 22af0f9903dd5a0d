using System.Security.Cryptography;
using VoiceMed.Auth.Challenge;

namespace VoiceMed.Auth.Enrolment;

/// <summary>
/// What a doctor reads aloud to be enrolled: eight phrases, drawn anew each time, so that no earlier recording can hold them. Four rows of
/// digits hold every digit twice in different surroundings, as challenges ask for digits; four commands hold what is said at the
/// bedside. Thread-safe.
/// </summary>
public static class EnrolmentPrompts
{
    /// <summary>Number of phrases.</summary>
    public const int Count = 8;

    private const int Rows = 4;
    private const int RowLength = 5;

    private static readonly string[] Russian =
    [
        "ассистент покажи лекарства пациента", "ассистент открой последние анализы", "ассистент какая температура у пациента",
        "ассистент покажи документы из центральной больницы", "ассистент покажи последние посещения этого пациента",
        "ассистент какое давление у пациента", "ассистент на что аллергия у пациента", "ассистент кто смотрел данные этого пациента",
    ];

    private static readonly string[] English =
    [
        "assistant show the patient's medications", "assistant open the latest lab results", "assistant what is the patient's temperature",
        "assistant show documents from central hospital", "assistant show last visits for this patient",
        "assistant what is the patient's blood pressure", "assistant show the patient's allergies", "assistant who looked at this patient's data",
    ];

    /// <summary>Draws the phrases.</summary>
    /// <param name="language"><c>ru</c> or (anything else) English.</param>
    /// <returns><see cref="Count"/> phrases in words, digits first.</returns>
    public static IReadOnlyList<string> Draw(string language)
    {
        var digits = Enumerable.Range(0, Rows * RowLength / 10).SelectMany(_ => Shuffled("0123456789".ToCharArray())).ToArray();
        var commands = Shuffled(language == "ru" ? Russian : English);
        return
        [
            .. digits.Chunk(RowLength).Select(row => SpokenDigits.Say(new string(row), language)),
            .. commands.Take(Count - Rows),
        ];
    }

    private static T[] Shuffled<T>(T[] items)
    {
        var copy = (T[])items.Clone();
        RandomNumberGenerator.Shuffle(copy.AsSpan());
        return copy;
    }
}
