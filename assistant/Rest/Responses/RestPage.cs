using System.Text.Json;

namespace VoiceMed.Assistant.Rest.Responses;

/// <summary>One page of an answer.</summary>
/// <param name="Items">The items, newest first unless the operation says otherwise.</param>
/// <param name="Total">How many there are beyond paging.</param>
/// <param name="Next">The value of <c>after</c> for the next page; null on the last.</param>
/// <param name="Rule">The rule that permitted the access, or null where none had to.</param>
/// <param name="Withheld">How many match but may not be shown.</param>
/// <param name="WithheldRule">The rule that withheld them, or null.</param>
/// <param name="Proof">The proof, where it was asked for.</param>
internal sealed record RestPage<T>(
    IReadOnlyList<T> Items, int Total, string? Next, string? Rule = null, int Withheld = 0, string? WithheldRule = null, JsonElement? Proof = null);
