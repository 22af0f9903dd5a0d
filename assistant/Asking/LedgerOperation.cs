using System.Reflection;

namespace VoiceMed.Assistant.Asking;

/// <summary>One operation of the clinical ledger, as intent packs name it.</summary>
/// <param name="Name">The method's name without <c>Async</c>, for example <c>GetHospitalVisits</c>.</param>
/// <param name="Parameters">The parameters a pack may fill, by name; the host's own are left out.</param>
/// <param name="Method">The method behind it.</param>
public sealed record LedgerOperation(string Name, IReadOnlyDictionary<string, Type> Parameters, MethodInfo Method);
