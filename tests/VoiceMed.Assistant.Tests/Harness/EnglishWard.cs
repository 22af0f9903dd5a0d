namespace VoiceMed.Assistant.Tests.Harness;

/// <summary>The same with the English doctors.</summary>
public sealed class EnglishWard : EnrolledWard
{
    protected override (string Language, string[] Doctors) Staff => ("en", ["carter", "bennett"]);
}
