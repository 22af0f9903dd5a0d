using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using System.Security.Cryptography;
using VoiceMed.LedgerClient.Errors;

namespace VoiceMed.Ledger.Contracts;

/// <summary>
/// Loads contracts from assemblies that are kept beside the ledger under their SHA-256, each in a load context of its own, so that
/// two versions can live side by side while one takes over from the other. Thread-safe.
/// </summary>
internal sealed class ContractLoader(string folder)
{
    private readonly ConcurrentDictionary<string, Assembly> _assemblies = new(StringComparer.Ordinal);

    /// <summary>The largest assembly, in bytes.</summary>
    public const int LargestAssembly = 8 * 1024 * 1024;

    /// <summary>Keeps a copy of an assembly, and makes the contract that it holds.</summary>
    /// <returns>The contract, and the SHA-256 of its assembly in hexadecimal.</returns>
    /// <exception cref="LedgerRejectedException">The file is no such assembly: code <c>contract.unloadable</c>.</exception>
    public (ILedgerContract Contract, string Sha256) Take(string path, string type)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new LedgerRejectedException("contract.unloadable", $"The contract's assembly {path} cannot be read: {e.Message}", innerException: e);
        }

        var sha256 = Keep(bytes, type);
        return (Make(sha256, type), sha256);
    }

    /// <summary>Keeps a copy of an assembly without running anything of it: what the council has not agreed on yet must not run.</summary>
    /// <returns>The SHA-256 of the assembly in hexadecimal.</returns>
    /// <exception cref="LedgerRejectedException">It is no assembly, too large, or has no such type: code <c>contract.unloadable</c>.</exception>
    public string Keep(byte[] assembly, string type)
    {
        if (assembly.Length > LargestAssembly)
        {
            throw new LedgerRejectedException("contract.unloadable", $"A contract's assembly has at most {LargestAssembly} bytes.");
        }

        if (!Defines(assembly, type))
        {
            throw new LedgerRejectedException("contract.unloadable", $"The bytes are no assembly that defines the type '{type}'.");
        }

        var sha256 = Convert.ToHexStringLower(SHA256.HashData(assembly));
        Keys.SecretFile.CreateDirectory(folder);
        if (!File.Exists(PathOf(sha256)))
        {
            Keys.SecretFile.Write(PathOf(sha256), assembly);
        }

        return sha256;
    }

    /// <summary>Makes the contract of an approved version.</summary>
    /// <exception cref="LedgerUnavailableException">This machine has no copy of the assembly: code <c>contract.absent</c>.</exception>
    /// <exception cref="LedgerTamperedException">The copy is not the approved one: code <c>contract.changed</c>.</exception>
    public ILedgerContract Make(ContractVersion version)
    {
        if (!File.Exists(PathOf(version.Assembly)))
        {
            throw new LedgerUnavailableException("contract.absent", $"This machine has no copy of {version.Name} {version.Version}; put its assembly at {PathOf(version.Assembly)}.");
        }

        var contract = Make(version.Assembly, version.Type);
        return contract.Name == version.Name && contract.Version == version.Version
            ? contract
            : throw new LedgerRejectedException(
                "contract.unloadable", $"What was approved as {version.Name} {version.Version} calls itself {contract.Name} {contract.Version}; propose it under that name.");
    }

    private static bool Defines(byte[] assembly, string type)
    {
        try
        {
            using var file = new PEReader(ImmutableCollectionsMarshal.AsImmutableArray(assembly));
            if (!file.HasMetadata)
            {
                return false;
            }

            var metadata = file.GetMetadataReader();
            return metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
                .Any(found => $"{metadata.GetString(found.Namespace)}.{metadata.GetString(found.Name)}".TrimStart('.') == type);
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }

    private ILedgerContract Make(string sha256, string type)
    {
        try
        {
            var assembly = _assemblies.GetOrAdd(sha256, Load);
            return assembly.GetType(type, throwOnError: false) is { } found && Activator.CreateInstance(found) is ILedgerContract contract
                ? contract
                : throw new LedgerRejectedException("contract.unloadable", $"The assembly has no contract '{type}' with a public constructor without parameters.");
        }
        catch (Exception e) when (e is BadImageFormatException or FileLoadException or MissingMethodException or TargetInvocationException)
        {
            throw new LedgerRejectedException("contract.unloadable", $"The contract '{type}' cannot be loaded: {e.Message}", innerException: e);
        }
    }

    private Assembly Load(string sha256)
    {
        var bytes = File.ReadAllBytes(PathOf(sha256));
        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != sha256)
        {
            throw new LedgerTamperedException("contract.changed", $"{PathOf(sha256)} is not the assembly the council approved.");
        }

        // What the contract is written against, this assembly first of all, comes from the program itself.
        using var stream = new MemoryStream(bytes);
        return new AssemblyLoadContext("contract " + sha256[..12]).LoadFromStream(stream);
    }

    private string PathOf(string sha256) => Path.Combine(folder, sha256 + ".dll");
}
