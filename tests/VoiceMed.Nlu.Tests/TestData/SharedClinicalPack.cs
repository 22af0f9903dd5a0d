using Xunit;

namespace VoiceMed.Nlu.Tests.TestData;

[CollectionDefinition(Name)]
public sealed class SharedClinicalPack : ICollectionFixture<ClinicalPack>
{
    public const string Name = "clinical pack";
}
