using VoiceMed.Assistant.Dialogue.Handlers;

namespace VoiceMed.Assistant.Plugins;

/// <summary>
/// Finds handlers in a plug-in folder. Each assembly that lies in it, or in a folder of its own name beneath it
/// (<c>plugins/Bmi/Bmi.dll</c>), gets a load context of its own; what it shares with the program comes from the program. Whoever can
/// write to the folder runs code in the program: it belongs to the administrator alone.
/// </summary>
public static class PluginLoader
{
    /// <summary>Loads every handler: public classes that implement <see cref="IIntentHandler"/>.</summary>
    /// <param name="folder">The folder; null or one that does not exist gives no handlers.</param>
    /// <param name="services">What constructors may ask for: the ledger, the reply writer, the clock.</param>
    /// <param name="trouble">Is told of each assembly or handler that could not be used, in one sentence.</param>
    /// <returns>The handlers by class name, with and without the namespace.</returns>
    public static IReadOnlyDictionary<string, IIntentHandler> Load(string? folder, IServiceProvider services, Action<string> trouble)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(trouble);
        var handlers = new Dictionary<string, IIntentHandler>(StringComparer.Ordinal);
        foreach (var file in Assemblies(folder))
        {
            try
            {
                foreach (var type in new PluginContext(file).LoadFromAssemblyPath(file).GetExportedTypes().Where(IsHandler))
                {
                    Add(handlers, file, type, services, trouble);
                }
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                trouble($"{file}: cannot be used as a plug-in: {(e.InnerException ?? e).Message}");
            }
        }

        return handlers;
    }

    // Whatever one handler's constructor throws, the server starts with the others.
    private static void Add(Dictionary<string, IIntentHandler> handlers, string file, Type type, IServiceProvider services, Action<string> trouble)
    {
        try
        {
            var handler = (IIntentHandler)ActivatorUtilities.CreateInstance(services, type);
            if (!handlers.TryAdd(type.FullName!, handler) || (type.Namespace is not null && !handlers.TryAdd(type.Name, handler)))
            {
                trouble($"{file}: another plug-in brings a handler {type.Name} already; name one of them differently.");
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            trouble($"{file}: {type.Name} cannot be used as a plug-in: {(e.InnerException ?? e).Message}");
        }
    }

    private static IEnumerable<string> Assemblies(string? folder)
    {
        if (folder is null || !Directory.Exists(folder))
        {
            return [];
        }

        var own = Directory.GetDirectories(folder).Select(sub => Path.Combine(sub, Path.GetFileName(sub) + ".dll")).Where(File.Exists);
        return Directory.GetFiles(folder, "*.dll").Concat(own).Select(Path.GetFullPath).Order(StringComparer.Ordinal);
    }

    private static bool IsHandler(Type type) => type is { IsClass: true, IsAbstract: false, IsGenericType: false } && type.IsAssignableTo(typeof(IIntentHandler));
}
