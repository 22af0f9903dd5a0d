using Xunit;

namespace VoiceMed.Assistant.Tests.Rest;

/// <summary>One server for the tests that change nothing another test looks at.</summary>
public sealed class RestServerFixture : IAsyncLifetime
{
    public RestServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await RestServer.StartAsync();

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
