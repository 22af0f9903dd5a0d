using System.Reflection;
using VoiceMed.LedgerClient;
using VoiceMed.LedgerClient.Access;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Assistant.Asking;

/// <summary>
/// What intents may call: the reading operations of <see cref="IClinicalLedger"/>, found by reflection so that the packs are
/// always checked against the contract itself. Immutable and thread-safe.
/// </summary>
public sealed class OperationCatalogue
{
    private static readonly Type[] HostOwned = [typeof(AccessContext), typeof(WriteContext), typeof(CancellationToken)];
    private readonly Dictionary<string, LedgerOperation> _operations;

    /// <summary>Reads the contract.</summary>
    public OperationCatalogue() =>
        _operations = typeof(IClinicalLedger).GetMethods()
            .Where(method => !method.IsSpecialName && IsAskable(method))
            .Select(method => new LedgerOperation(
                method.Name.EndsWith("Async", StringComparison.Ordinal) ? method.Name[..^"Async".Length] : method.Name,
                method.GetParameters().Where(parameter => !HostOwned.Contains(parameter.ParameterType))
                    .ToDictionary(parameter => parameter.Name!, parameter => parameter.ParameterType, StringComparer.Ordinal),
                method))
            .ToDictionary(operation => operation.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>All operations, in the contract's order.</summary>
    public IReadOnlyCollection<LedgerOperation> Operations => _operations.Values;

    /// <summary>Finds an operation, in Pascal or camel case; null when there is none.</summary>
    public LedgerOperation? Find(string name) => _operations.GetValueOrDefault(name);

    private static bool IsAskable(MethodInfo method) =>
        method.GetParameters().Any(parameter => parameter.ParameterType == typeof(AccessContext))
        && !method.GetParameters().Any(parameter => typeof(LedgerRecord).IsAssignableFrom(parameter.ParameterType))
        && method.Name is not nameof(IClinicalLedger.RecordTurnAsync);
}
