using System.Diagnostics;
using System.Text;
using Xunit;

namespace VoiceMed.Assistant.Tests.Rest;

public sealed class TypeScriptClientTests(RestServerFixture fixture) : IClassFixture<RestServerFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("voicemed-ts-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [SkippableFact]
    public async Task ClientGeneratedFromTheDescription_CallsTheThreeCalls()
    {
        var source = Path.Combine(AppContext.BaseDirectory, "Rest", "TypeScriptClient");
        foreach (var file in Directory.EnumerateFiles(source))
        {
            File.Copy(file, Path.Combine(_folder, Path.GetFileName(file)));
        }

        Skip.IfNot(await RunAsync("npm", "install", "--no-audit", "--no-fund") is { Code: 0 }, "npm is not here, or cannot install the generator");
        using (var http = new HttpClient { BaseAddress = fixture.Server.Address })
        {
            await File.WriteAllTextAsync(Path.Combine(_folder, "openapi.json"), await http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative)));
        }

        await SucceedAsync("npx", "openapi-typescript", "openapi.json", "-o", "api.d.ts");
        await SucceedAsync("npx", "tsc", "--strict", "--module", "esnext", "--moduleResolution", "bundler", "--target", "es2022", "--skipLibCheck", "client.ts");
        var output = await SucceedAsync("node", "client.js", fixture.Server.Address.AbsoluteUri.TrimEnd('/'), fixture.Server.Token());
        Assert.Contains("visit Центральная больница № 1 cardiology", output, StringComparison.Ordinal);
        Assert.Contains("document Электрокардиограмма", output, StringComparison.Ordinal);
        Assert.Contains("error patient.unknown", output, StringComparison.Ordinal);
    }

    private async Task<string> SucceedAsync(string program, params string[] arguments)
    {
        var run = await RunAsync(program, arguments);
        Assert.True(run is { Code: 0 }, run?.Output ?? $"{program} is not here");
        return run!.Value.Output;
    }

    private async Task<(int Code, string Output)?> RunAsync(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = _folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                StandardOutputEncoding = Encoding.UTF8,
            })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return (process.ExitCode, output + await errors);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
