using System.Diagnostics;

namespace VoiceMed.Auth.Voiceprints;

/// <summary>
/// Finds the master key: the environment variable <c>VOICEMED_VOICEPRINT_KEY</c>; the operating system's store (a systemd credential
/// or, where <c>secret-tool</c> is installed, the desktop's keyring); else the key file, made on first use. Thread-safe.
/// </summary>
/// <param name="keyFile">The key file; must not lie in the folder of the voiceprints.</param>
public sealed class VoiceprintKeySource(string keyFile)
{
    /// <summary>The environment variable, base64 of 32 bytes.</summary>
    public const string Variable = "VOICEMED_VOICEPRINT_KEY";

    /// <summary>Name of the systemd credential (<c>LoadCredentialEncrypted=</c>) and of the keyring's attribute <c>service</c>.</summary>
    public const string CredentialName = "voicemed-voiceprint-key";

    /// <summary>The key file.</summary>
    public string KeyFile { get; } = keyFile;

    /// <summary>Where a rotation keeps the new key until every voiceprint is sealed under it.</summary>
    public string NextKeyFile => KeyFile + ".next";

    /// <summary>Gets the key, making the key file when there is no key anywhere and no voiceprint could need one.</summary>
    /// <param name="mayCreate">Whether a missing key may be made: only while nothing is sealed yet.</param>
    /// <exception cref="VoiceprintStoreException">There is no usable key.</exception>
    public VoiceprintKey Get(bool mayCreate)
    {
        if (FromOutside() is { } outside)
        {
            return outside;
        }

        if (File.Exists(KeyFile))
        {
            return ReadFile(KeyFile);
        }

        if (!mayCreate)
        {
            throw new VoiceprintStoreException(
                $"The voiceprint key '{KeyFile}' is missing: put it back from its backup or set {Variable}; without it the voiceprints cannot be opened.");
        }

        var key = VoiceprintKey.Generate();
        Save(key, KeyFile);
        return key;
    }

    /// <summary>Whether the key comes from outside the key file, so that a rotation must be done there.</summary>
    public static bool IsOutside
    {
        get
        {
            using var key = FromOutside();
            return key is not null;
        }
    }

    internal static VoiceprintKey ReadFile(string path)
    {
        try
        {
            return VoiceprintKey.Parse(File.ReadAllText(path), $"'{path}'");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new VoiceprintStoreException($"The voiceprint key '{path}' cannot be read ({e.Message}): check its owner and mode.", e);
        }
    }

    internal static void Save(VoiceprintKey key, string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            AtomicFile.Write(path, System.Text.Encoding.ASCII.GetBytes(key.Encode() + "\n"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new VoiceprintStoreException($"The voiceprint key '{path}' cannot be written ({e.Message}): make room or choose another folder.", e);
        }
    }

    private static VoiceprintKey? FromOutside()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text)
        {
            return VoiceprintKey.Parse(text, Variable);
        }

        if (Environment.GetEnvironmentVariable("CREDENTIALS_DIRECTORY") is { Length: > 0 } credentials
            && Path.Combine(credentials, CredentialName) is var credential && File.Exists(credential))
        {
            return ReadFile(credential);
        }

        return FromKeyring() is { Length: > 0 } secret ? VoiceprintKey.Parse(secret, "The keyring's entry " + CredentialName) : null;
    }

    private static string? FromKeyring()
    {
        // Asking a keyring needs a desktop session; without one secret-tool would wait for a prompt nobody sees.
        if (Environment.GetEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS") is not { Length: > 0 })
        {
            return null;
        }

        try
        {
            var start = new ProcessStartInfo("secret-tool") { RedirectStandardOutput = true, RedirectStandardError = true };
            start.ArgumentList.Add("lookup");
            start.ArgumentList.Add("service");
            start.ArgumentList.Add(CredentialName);
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? output : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
