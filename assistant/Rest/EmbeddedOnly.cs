using System.Reflection;
using VoiceMed.Assistant.Rest.Problems;
using VoiceMed.Ledger;
using VoiceMed.Ledger.Browsing;

namespace VoiceMed.Assistant.Rest;

/// <summary>
/// Answers calls that need parts of the embedded ledger where another engine stands behind the interface: with a reason, instead of a failure.
/// </summary>
internal static class EmbeddedOnly
{
    /// <summary>The parts no other engine has.</summary>
    public static IReadOnlyList<Type> Parts { get; } = [typeof(EmbeddedLedger), typeof(LedgerBrowser)];

    /// <summary>Refuses every endpoint of a group whose handler takes one of <see cref="Parts"/>.</summary>
    public static void Refuse(IEndpointConventionBuilder group) => group.Finally(static endpoint =>
    {
        var handler = endpoint.Metadata.OfType<MethodInfo>().FirstOrDefault();
        if (handler is not null && handler.GetParameters().Any(static parameter => Parts.Contains(parameter.ParameterType)))
        {
            endpoint.RequestDelegate = static http => ProblemFilter.Answer(http, ProblemFilter.Describe(new RestException(
                StatusCodes.Status501NotImplemented, ProblemCode.EmbeddedOnly,
                "This ledger runs on Hyperledger Fabric, where this is not kept; docs/fabric.md says what takes its place."))!).ExecuteAsync(http);
        }
    });
}
