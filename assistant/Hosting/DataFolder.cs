namespace VoiceMed.Assistant.Hosting;

/// <summary>Where everything lies that VoiceMed writes. One folder holds it all, so that one folder is what to back up.</summary>
/// <param name="Root">The folder's absolute path.</param>
public sealed record DataFolder(string Root)
{
    /// <summary>The embedded ledger's file.</summary>
    public string Ledger => Path.Combine(Root, "ledger", "ledger.db");

    /// <summary>Keys, readable by the owner only, apart from what they seal.</summary>
    public string Keys => Path.Combine(Root, "keys");

    /// <summary>The sealed voiceprints.</summary>
    public string Voiceprints => Path.Combine(Root, "voiceprints");

    /// <summary>The last measurement of the speaker model, as a picture.</summary>
    public string Calibration => Path.Combine(Root, "calibration.json");

    /// <summary>The admin's credentials.</summary>
    public string AdminCredentials => Path.Combine(Keys, "admin.json");

    /// <summary>Names, roles, PINs and badges of the doctors.</summary>
    public string Doctors => Path.Combine(Root, "doctors.yaml");

    /// <summary>Session journals: decisions without audio and without patient data.</summary>
    public string Sessions => Path.Combine(Root, "sessions");

    /// <summary>Models that were installed on top of the bundled ones.</summary>
    public string Models => Path.Combine(Root, "models");

    /// <summary>Log files.</summary>
    public string Logs => Path.Combine(Root, "logs");

    /// <summary>
    /// Chooses the folder: <paramref name="configured"/>, else <c>VOICEMED_DATA</c>, else <c>.voicemed</c> in the install folder.
    /// Nothing is created.
    /// </summary>
    /// <param name="configured">The configuration's <c>data</c>, or null.</param>
    /// <param name="install">The install folder, for the default.</param>
    public static DataFolder Choose(string? configured, string install) =>
        new(Path.GetFullPath(configured
            ?? NullIfEmpty(Environment.GetEnvironmentVariable("VOICEMED_DATA"))
            ?? Path.Combine(install, ".voicemed")));

    private static string? NullIfEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
