namespace VoiceMed.Assistant.Screen.Cards;

/// <summary>One consent.</summary>
/// <param name="Who">The grantee in words.</param>
/// <param name="What">The record kinds in words.</param>
/// <param name="Permitted">True for a permission, false for a prohibition.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day; null when open.</param>
/// <param name="InForce">True when it holds now.</param>
public sealed record ConsentItem(string Who, string What, bool Permitted, string From, string? Until, bool InForce);
