using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Http;
using VoiceMed.LedgerClient.Grpc;
using static VoiceMed.LedgerClient.Tests.Grpc.ScriptedServer;

namespace VoiceMed.LedgerClient.Tests.Grpc;

public class UnaryCallTests
{
    [Fact]
    public async Task Call_Answered_SendsTheFrameAndReturnsTheMessage()
    {
        var answer = await CallAsync(async context =>
        {
            var request = StringValue.Parser.ParseFrom(await ReadRequestAsync(context));
            Assert.Equal("/test.Echo/Say", context.Request.Path);
            await SendAsync(context, Frame($"эхо {request.Value}"));
            Finish(context);
        });
        Assert.Equal("эхо привет", answer);
    }

    [Fact]
    public async Task Call_Timeout_TravelsAsGrpcTimeout()
    {
        string? sent = null;
        await CallAsync(async context =>
        {
            sent = context.Request.Headers["grpc-timeout"];
            await SendAsync(context, Frame("ok"));
            Finish(context);
        }, new GrpcCallOptions(TimeSpan.FromSeconds(15)));
        Assert.Equal("15000000u", sent);
    }

    [Fact]
    public async Task Call_NoTimeout_SendsNoGrpcTimeout()
    {
        var sent = true;
        await CallAsync(async context =>
        {
            sent = context.Request.Headers.ContainsKey("grpc-timeout");
            await SendAsync(context, Frame("ok"));
            Finish(context);
        });
        Assert.False(sent);
    }

    [Fact]
    public async Task Call_Metadata_Travels()
    {
        var metadata = new GrpcMetadata();
        metadata.Add("ward", "3-2");
        metadata.Add("trace-bin", [0xFF]);
        (string?, string?) sent = default;
        await CallAsync(async context =>
        {
            sent = (context.Request.Headers["ward"], context.Request.Headers["trace-bin"]);
            await SendAsync(context, Frame("ok"));
            Finish(context);
        }, new GrpcCallOptions(null, metadata));
        Assert.Equal(("3-2", "/w"), sent);
    }

    [Fact]
    public async Task Call_MessageInSingleBytes_IsPutTogether()
    {
        var answer = await CallAsync(async context =>
        {
            foreach (var part in Frame("по байту")) await SendAsync(context, [part]);
            Finish(context);
        });
        Assert.Equal("по байту", answer);
    }

    [Fact]
    public async Task Call_MessageLargerThanAnyBuffer_Arrives()
    {
        var text = new string('м', 300_000);
        var answer = await CallAsync(async context =>
        {
            await SendAsync(context, Frame(text));
            Finish(context);
        });
        Assert.Equal(text, answer);
    }

    [Fact]
    public async Task Call_EmptyMessage_IsAMessage()
    {
        var answer = await CallAsync(async context =>
        {
            await SendAsync(context, Frame(Array.Empty<byte>()));
            Finish(context);
        });
        Assert.Equal("", answer);
    }

    [Fact]
    public async Task Call_TrailersOnly_ThrowsItsStatusAndDetails()
    {
        var fault = await FailAsync(context =>
        {
            Refuse(context, GrpcStatusCode.FailedPrecondition, "нет плана: 100%", [1, 2, 3, 4]);
            return Task.CompletedTask;
        });
        Assert.Equal(GrpcStatusCode.FailedPrecondition, fault.Status.Code);
        Assert.Equal("нет плана: 100%", fault.Status.Message);
        Assert.Equal([1, 2, 3, 4], fault.Status.Details.ToArray());
        Assert.Equal("/test.Echo/Say", fault.Method);
    }

    [Theory]
    [InlineData("AQIDBA")]
    [InlineData("AQIDBA==")]
    [InlineData("AQIDBA==,BQYH")]
    public async Task Call_DetailsPaddedOrNotOrJoined_AreRead(string header)
    {
        var fault = await FailAsync(context =>
        {
            Refuse(context, GrpcStatusCode.Aborted);
            context.Response.Headers["grpc-status-details-bin"] = header;
            return Task.CompletedTask;
        });
        Assert.Equal([1, 2, 3, 4], fault.Status.Details.ToArray());
    }

    [Fact]
    public async Task Call_DetailsNotBase64_AreLeftOut()
    {
        var fault = await FailAsync(context =>
        {
            Refuse(context, GrpcStatusCode.Aborted, "text");
            context.Response.Headers["grpc-status-details-bin"] = "?!";
            return Task.CompletedTask;
        });
        Assert.Equal("text", fault.Status.Message);
        Assert.True(fault.Status.Details.IsEmpty);
    }

    [Fact]
    public async Task Call_TrailersOnlyOk_IsInternal()
    {
        var fault = await FailAsync(context =>
        {
            Refuse(context, GrpcStatusCode.Ok);
            return Task.CompletedTask;
        });
        Assert.Equal(GrpcStatusCode.Internal, fault.Status.Code);
    }

    [Fact]
    public async Task Call_StatusInTrailersAfterAMessage_Wins()
    {
        var fault = await FailAsync(async context =>
        {
            await SendAsync(context, Frame("half"));
            Finish(context, GrpcStatusCode.DataLoss, "потеря");
        });
        Assert.Equal((GrpcStatusCode.DataLoss, "потеря"), (fault.Status.Code, fault.Status.Message));
    }

    [Fact]
    public async Task Call_OkWithoutMessage_IsInternal()
    {
        var fault = await FailAsync(async context =>
        {
            await SendAsync(context, []);
            Finish(context);
        });
        Assert.Equal(GrpcStatusCode.Internal, fault.Status.Code);
    }

    [Fact]
    public async Task Call_TwoMessages_IsInternal()
    {
        var fault = await FailAsync(async context =>
        {
            await SendAsync(context, [.. Frame("one"), .. Frame("two")]);
            Finish(context);
        });
        Assert.Equal(GrpcStatusCode.Internal, fault.Status.Code);
        Assert.Contains("more than one", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_NoStatusAnywhere_IsUnknown()
    {
        var fault = await FailAsync(context => SendAsync(context, Frame("ok")));
        Assert.Equal(GrpcStatusCode.Unknown, fault.Status.Code);
        Assert.Contains("without a grpc-status", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("99", GrpcStatusCode.Unknown)]
    [InlineData("-1", GrpcStatusCode.Unknown)]
    [InlineData("OK", GrpcStatusCode.Unknown)]
    [InlineData("14", GrpcStatusCode.Unavailable)]
    public async Task Call_StatusText_IsReadStrictly(string status, GrpcStatusCode expected)
    {
        var fault = await FailAsync(context =>
        {
            Refuse(context, GrpcStatusCode.Ok);
            context.Response.Headers["grpc-status"] = status;
            return Task.CompletedTask;
        });
        Assert.Equal(expected, fault.Status.Code);
    }

    [Theory]
    [InlineData(400, GrpcStatusCode.Internal)]
    [InlineData(401, GrpcStatusCode.Unauthenticated)]
    [InlineData(403, GrpcStatusCode.PermissionDenied)]
    [InlineData(404, GrpcStatusCode.Unimplemented)]
    [InlineData(429, GrpcStatusCode.Unavailable)]
    [InlineData(431, GrpcStatusCode.Internal)]
    [InlineData(500, GrpcStatusCode.Unknown)]
    [InlineData(502, GrpcStatusCode.Unavailable)]
    [InlineData(503, GrpcStatusCode.Unavailable)]
    [InlineData(504, GrpcStatusCode.Unavailable)]
    public async Task Call_HttpStatusInsteadOfGrpcStatus_IsMapped(int http, GrpcStatusCode expected)
    {
        var fault = await FailAsync(context =>
        {
            context.Response.StatusCode = http;
            return Task.CompletedTask;
        });
        Assert.Equal(expected, fault.Status.Code);
        Assert.Contains(http.ToString(), fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_GrpcStatusBesideAnHttpError_OutranksIt()
    {
        var fault = await FailAsync(context =>
        {
            Refuse(context, GrpcStatusCode.ResourceExhausted, "busy");
            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        });
        Assert.Equal(GrpcStatusCode.ResourceExhausted, fault.Status.Code);
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/grpcweb")]
    public async Task Call_AnotherContentType_IsUnknown(string contentType)
    {
        var fault = await FailAsync(async context =>
        {
            context.Response.ContentType = contentType;
            await context.Response.WriteAsync("<html>");
        });
        Assert.Equal(GrpcStatusCode.Unknown, fault.Status.Code);
        Assert.Contains(contentType, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_ContentTypeWithSubtype_IsAccepted()
    {
        var answer = await CallAsync(async context =>
        {
            context.Response.ContentType = "application/grpc+proto";
            await context.Response.Body.WriteAsync(Frame("ok"));
            Finish(context);
        });
        Assert.Equal("ok", answer);
    }

    [Theory]
    [InlineData(1, "compressed")]
    [InlineData(7, "flag 7")]
    public async Task Call_FrameFlagSet_IsInternal(byte flag, string said)
    {
        var fault = await FailAsync(async context =>
        {
            await SendAsync(context, Frame([1], flag));
            Finish(context);
        });
        Assert.Equal(GrpcStatusCode.Internal, fault.Status.Code);
        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, "inside a frame header")]
    [InlineData(8, "after 3 of 11 bytes")]
    public async Task Call_TruncatedFrame_IsInternal(int bytes, string said)
    {
        var fault = await FailAsync(async context =>
        {
            await SendAsync(context, Frame("truncated")[..bytes]);
            Finish(context);
        });
        Assert.Equal(GrpcStatusCode.Internal, fault.Status.Code);
        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_MessageThatIsNone_IsInternal()
    {
        var fault = await FailAsync(async context =>
        {
            await SendAsync(context, Frame([0x0A, 0xFF, 0xFF, 0xFF, 0xFF]));
            Finish(context);
        });
        Assert.Equal(GrpcStatusCode.Internal, fault.Status.Code);
    }

    [Fact]
    public async Task Call_AnswerLargerThanTheLimit_IsRefusedByItsHeaderAlone()
    {
        var fault = await FailAsync(async context =>
        {
            await SendAsync(context, [0, 0xFF, 0xFF, 0xFF, 0xFF]); // a length of 4 GiB, and nothing after it
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        });
        Assert.Equal(GrpcStatusCode.ResourceExhausted, fault.Status.Code);
    }

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public async Task Call_AnswerAtTheLimit_IsAcceptedInclusively(int size, bool accepted)
    {
        await using var server = await StartAsync(async context =>
        {
            await SendAsync(context, Frame(new StringValue { Value = new string('a', size - 3) }.ToByteArray()));
            Finish(context);
        });
        using var channel = new GrpcChannel(server.Address, new GrpcChannelOptions { MaxReceiveMessageBytes = 1000 });
        var call = channel.CallAsync(Say, new StringValue());
        if (accepted) Assert.Equal(997, (await call).Value.Length);
        else Assert.Equal(GrpcStatusCode.ResourceExhausted, (await Assert.ThrowsAsync<GrpcException>(() => call)).Status.Code);
    }

    [Fact]
    public async Task Call_RequestLargerThanTheLimit_IsNotSent()
    {
        await using var server = await StartAsync(_ => throw new InvalidOperationException("nothing must arrive"));
        using var channel = new GrpcChannel(server.Address, new GrpcChannelOptions { MaxSendMessageBytes = 10 });
        var fault = await Assert.ThrowsAsync<GrpcException>(() => channel.CallAsync(Say, new StringValue { Value = "eleven bytes" }));
        Assert.Equal(GrpcStatusCode.ResourceExhausted, fault.Status.Code);
        Assert.True(fault.NotProcessed);
    }

    internal static async Task<string> CallAsync(RequestDelegate answer, GrpcCallOptions options = default)
    {
        await using var server = await StartAsync(answer);
        using var channel = new GrpcChannel(server.Address);
        return (await channel.CallAsync(Say, new StringValue { Value = "привет" }, options)).Value;
    }

    internal static async Task<GrpcException> FailAsync(RequestDelegate answer, GrpcCallOptions options = default) =>
        await Assert.ThrowsAsync<GrpcException>(() => CallAsync(answer, options));
}
