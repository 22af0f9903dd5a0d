using System.Reflection;
using System.Runtime.Loader;

namespace VoiceMed.Assistant.Plugins;

/// <summary>Loads one plug-in with the libraries that lie beside it. What the program has itself is the program's, so that types are the same.</summary>
internal sealed class PluginContext(string file) : AssemblyLoadContext("plugin " + Path.GetFileNameWithoutExtension(file))
{
    private readonly AssemblyDependencyResolver _beside = new(file);

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (Default.Assemblies.Any(known => known.GetName().Name == assemblyName.Name) || IsOurs(assemblyName))
        {
            return null;
        }

        return _beside.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
    }

    private static bool IsOurs(AssemblyName name) =>
        name.Name is { } known && (known == typeof(PluginContext).Assembly.GetName().Name || known.StartsWith("VoiceMed.", StringComparison.Ordinal));
}
