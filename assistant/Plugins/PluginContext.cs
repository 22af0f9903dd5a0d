using System.Reflection;
using System.Runtime.Loader;

namespace VoiceMed.Assistant.Plugins;

/// <summary>
/// Loads one plug-in with the libraries that lie beside it. What the program has itself is the program's, so that types are the same;
/// only a library the program has not, or in too old a version, comes from beside.
/// </summary>
internal sealed class PluginContext(string file) : AssemblyLoadContext("plugin " + Path.GetFileNameWithoutExtension(file))
{
    private readonly AssemblyDependencyResolver _beside = new(file);

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        try
        {
            return Default.LoadFromAssemblyName(assemblyName);
        }
        catch (FileNotFoundException) when (!IsOurs(assemblyName))
        {
            return _beside.ResolveAssemblyToPath(assemblyName) is { } path ? LoadFromAssemblyPath(path) : null;
        }
    }

    // Made for a later version of the program: with a copy of ours from beside, none of its handlers would be one, and nobody would be told.
    private static bool IsOurs(AssemblyName name) =>
        name.Name is { } known && (known == typeof(PluginContext).Assembly.GetName().Name || known.StartsWith("VoiceMed.", StringComparison.Ordinal));
}
