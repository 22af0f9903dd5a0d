using System.Reflection;
using VoiceMed.Nlu.Packs;

namespace VoiceMed.Assistant.Asking;

/// <summary>Tells the intent packs which operations there are.</summary>
public static class OperationSignatures
{
    /// <summary>The operations as packs name them: camel case, with the parameters that must be filled.</summary>
    public static IReadOnlyList<OperationSignature> Signatures(this OperationCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        return [.. catalogue.Operations.Select(operation => new OperationSignature(
            char.ToLowerInvariant(operation.Name[0]) + operation.Name[1..],
            operation.Method.GetParameters().Where(p => operation.Parameters.ContainsKey(p.Name!)).ToDictionary(p => p.Name!, IsRequired)))];
    }

    private static bool IsRequired(ParameterInfo parameter) =>
        new NullabilityInfoContext().Create(parameter).WriteState == NullabilityState.NotNull;
}
