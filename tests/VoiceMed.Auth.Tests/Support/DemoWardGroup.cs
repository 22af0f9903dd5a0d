namespace VoiceMed.Auth.Tests.Support;

[CollectionDefinition(Name)]
public sealed class DemoWardGroup : ICollectionFixture<DemoWard>
{
    public const string Name = "Demo ward";
}
