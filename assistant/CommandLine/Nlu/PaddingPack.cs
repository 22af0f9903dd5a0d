using System.Text;

namespace VoiceMed.Assistant.CommandLine.Nlu;

/// <summary>A pack of made-up intents, to see how cost grows with the number of intents.</summary>
internal static class PaddingPack
{
    private static readonly string[] s_russian = ["ба", "ве", "го", "ду", "жи", "за", "ку", "ло", "ме", "ну", "по", "ри", "са", "ту", "фе", "ха"];
    private static readonly string[] s_english = ["ba", "ve", "go", "du", "ji", "za", "ku", "lo", "me", "nu", "po", "ri", "sa", "tu", "fe", "ha"];

    /// <summary>Writes <paramref name="count"/> intents into <paramref name="folder"/>, with sentences shaped like the clinical pack's.</summary>
    public static void Write(string folder, int count)
    {
        var contract = new StringBuilder("intents:\n");
        var russian = new StringBuilder("intents:\n");
        var english = new StringBuilder("intents:\n");
        for (var i = 0; i < count; i++)
        {
            contract.Append($"  padding.p{i}: {{ summary: Padding., slots: {{ period: period }} }}\n");
            russian.Append($"  padding.p{i}: {{ sentences: [\"(покажи|выведи|дай) [последние] ~{Word(s_russian, i)}та [пациента] [{{period}}]\", \"какие [были] ~{Word(s_russian, i)}та [у пациента]\"] }}\n");
            english.Append($"  padding.p{i}: {{ sentences: [\"(show|display|give me) [the] [last] ~{Word(s_english, i)}ter [of the patient] [{{period}}]\", \"what ~{Word(s_english, i)}ter (does|did) the patient have\"] }}\n");
        }

        foreach (var (part, text) in new[] { ("intents", contract), ("ru", russian), ("en", english) })
        {
            Directory.CreateDirectory(Path.Combine(folder, part));
            File.WriteAllText(Path.Combine(folder, part, "padding.yaml"), text.ToString());
        }
    }

    private static string Word(string[] syllables, int number) =>
        syllables[number & 15] + syllables[(number >> 4) & 15] + syllables[(number >> 8) & 15] + syllables[(number * 7) & 15];
}
