using System.Text.Json;
using VoiceMed.LedgerClient.Storage;

namespace VoiceMed.Assistant.Admin.SignIn;

/// <summary>The file of the admin's credentials, readable by its owner only.</summary>
public static class AdminCredentialFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Reads the credentials, or null when none have been made.</summary>
    /// <exception cref="InvalidDataException">The file is damaged; the message says what to do.</exception>
    public static AdminCredentials? Read(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            var credentials = JsonSerializer.Deserialize<AdminCredentials>(File.ReadAllText(path), Json);
            return credentials is { KeyHash.Length: 32, CodeSecret.Length: >= 16 } ? credentials : throw new JsonException();
        }
        catch (JsonException)
        {
            throw new InvalidDataException($"The admin's credentials in {path} are damaged: make new ones with 'voicemed admin credentials --renew'.");
        }
    }

    /// <summary>Makes new credentials and writes them; former ones are void.</summary>
    /// <returns>The credentials and the key, which is nowhere else.</returns>
    public static (AdminCredentials Credentials, string Key) Renew(string path)
    {
        var made = AdminCredentials.Generate();
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var temporary = path + ".tmp";
        File.Delete(temporary);
        using (var file = new FileStream(temporary, OwnerOnlyFile.Options(FileMode.Create)))
        {
            JsonSerializer.Serialize(file, made.Credentials, Json);
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
        return made;
    }
}
