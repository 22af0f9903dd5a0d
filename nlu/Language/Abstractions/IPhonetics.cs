namespace VoiceMed.Nlu.Language;

/// <summary>How words sound, for tolerating what the recogniser garbles. Implementations are immutable and thread-safe.</summary>
public interface IPhonetics
{
    /// <summary>A key that words sounding nearly alike share; used to find candidates.</summary>
    string Key(string word);

    /// <summary>Weighted edit distance of the sounds over the longer length: 0 (the same) to 1 (nothing alike). Symmetric.</summary>
    double Distance(string left, string right);
}
