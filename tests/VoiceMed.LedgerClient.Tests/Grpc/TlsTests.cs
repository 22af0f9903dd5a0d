using System.Security.Cryptography.X509Certificates;
using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using VoiceMed.LedgerClient.Grpc;
using static VoiceMed.LedgerClient.Tests.Grpc.ScriptedServer;

namespace VoiceMed.LedgerClient.Tests.Grpc;

public sealed class TlsTests : IDisposable
{
    private readonly TestCertificates authority = new();

    [Fact]
    public async Task Call_OrganisationsOwnRoot_IsTrusted() =>
        Assert.Equal("localhost", await CallAsync(authority.Issue("peer0", "localhost"), Trusting(authority.Root)));

    [Fact]
    public async Task Call_HostNameOverride_IsAskedForAndChecked() =>
        Assert.Equal("peer0.org1.test", await CallAsync(
            authority.Issue("peer0", "peer0.org1.test"), Trusting(authority.Root) with { HostNameOverride = "peer0.org1.test" }));

    [Fact]
    public async Task Call_AnotherHostName_NamesWhatTheCertificateIsFor()
    {
        var fault = await FailAsync(authority.Issue("peer0", "peer0.org1.test", "10.0.0.7"), Trusting(authority.Root));
        Assert.Contains("not made out for \"localhost\" but for \"peer0.org1.test\", \"10.0.0.7\"", fault.Message, StringComparison.Ordinal);
        Assert.Contains("override", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_AnotherRoot_NamesIssuerAndTrustedRoots()
    {
        using var other = new TestCertificates("Foreign CA");
        var fault = await FailAsync(other.Issue("peer0", "localhost"), Trusting(authority.Root));
        Assert.Contains("issuer \"CN=Foreign CA\"", fault.Message, StringComparison.Ordinal);
        Assert.Contains("trusted: \"CN=Hospital TLS CA\"", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_ImpostorRootOfTheSameName_IsRefused()
    {
        using var impostor = new TestCertificates("Hospital TLS CA");
        await FailAsync(impostor.Issue("peer0", "localhost"), Trusting(authority.Root));
    }

    [Fact]
    public async Task Call_NoRootGiven_TrustsOnlyTheMachines()
    {
        var fault = await FailAsync(authority.Issue("peer0", "localhost"), new GrpcTlsOptions());
        Assert.Contains("the roots of this machine", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_ExpiredCertificate_IsRefusedAndSaysSo()
    {
        var fault = await FailAsync(authority.IssueExpired("peer0", "localhost"), Trusting(authority.Root));
        Assert.Contains("NotTimeValid", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_PeerWithoutTls_IsUnavailable()
    {
        await using var server = await StartAsync(_ => Task.CompletedTask);
        using var channel = new GrpcChannel(new Uri($"https://localhost:{server.Address.Port}"));
        var fault = await Assert.ThrowsAsync<GrpcException>(() => channel.CallAsync(Say, new StringValue()));
        Assert.Equal((GrpcStatusCode.Unavailable, true), (fault.Status.Code, fault.NotProcessed));
    }

    [Fact]
    public async Task Call_MutualTls_PresentsTheClientsCertificate()
    {
        X509Certificate2? presented = null;
        await using var server = await StartAsync(
            async context =>
            {
                presented = context.Connection.ClientCertificate;
                await SendAsync(context, Frame("ok"));
                Finish(context);
            },
            authority.Issue("peer0", "localhost"), HttpProtocols.Http1AndHttp2, ClientCertificateMode.RequireCertificate);
        using var own = authority.Issue("bedside-3-2");
        using var channel = new GrpcChannel(
            server.Address, new GrpcChannelOptions { Tls = Trusting(authority.Root) with { ClientCertificate = own } });
        await channel.CallAsync(Say, new StringValue());
        Assert.Equal("CN=bedside-3-2", presented?.Subject);
    }

    [Fact]
    public async Task Call_MutualTlsWithoutACertificate_IsUnavailable()
    {
        await using var server = await StartAsync(
            _ => Task.CompletedTask, authority.Issue("peer0", "localhost"), HttpProtocols.Http2, ClientCertificateMode.RequireCertificate);
        using var channel = new GrpcChannel(server.Address, new GrpcChannelOptions { Tls = Trusting(authority.Root) });
        var fault = await Assert.ThrowsAsync<GrpcException>(() => channel.CallAsync(Say, new StringValue()));
        Assert.True(fault.Status.Code == GrpcStatusCode.Unavailable, fault.ToString());
    }

    public void Dispose() => authority.Dispose();

    private static GrpcTlsOptions Trusting(X509Certificate2 root) => new() { Roots = [root] };

    /// <summary>The authority the server was asked for.</summary>
    private static async Task<string> CallAsync(X509Certificate2 certificate, GrpcTlsOptions tls)
    {
        await using var server = await StartAsync(
            async context =>
            {
                await SendAsync(context, Frame(context.Request.Host.Host));
                Finish(context);
            },
            certificate, HttpProtocols.Http1AndHttp2);
        using var channel = new GrpcChannel(server.Address, new GrpcChannelOptions { Tls = tls });
        return (await channel.CallAsync(Say, new StringValue())).Value;
    }

    private static async Task<GrpcException> FailAsync(X509Certificate2 certificate, GrpcTlsOptions tls)
    {
        var fault = await Assert.ThrowsAsync<GrpcException>(() => CallAsync(certificate, tls));
        Assert.Equal((GrpcStatusCode.Unavailable, true), (fault.Status.Code, fault.NotProcessed));
        return fault;
    }
}
