using Xunit;

namespace VoiceMed.Assistant.Tests.Harness;

/// <summary>The tests that share one <see cref="ExtendedHouse"/>.</summary>
[CollectionDefinition(Name)]
public sealed class SharedExtendedHouse : ICollectionFixture<ExtendedHouse>
{
    public const string Name = "extended house";
}
