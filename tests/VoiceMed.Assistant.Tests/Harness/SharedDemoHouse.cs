using Xunit;

namespace VoiceMed.Assistant.Tests.Harness;

/// <summary>The tests that share one <see cref="DemoHouse"/>.</summary>
[CollectionDefinition(Name)]
public sealed class SharedDemoHouse : ICollectionFixture<DemoHouse>
{
    public const string Name = "demo house";
}
