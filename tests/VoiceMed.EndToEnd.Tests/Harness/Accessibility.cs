using System.Text.Json;
using Microsoft.Playwright;
using VoiceMed.Assistant.Screen.Pages;
using Xunit;

namespace VoiceMed.EndToEnd.Tests.Harness;

/// <summary>Runs axe-core in the page.</summary>
public static class Accessibility
{
    private const string Script = """
        async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
            .filter(found => found.impact === "serious" || found.impact === "critical")
            .map(found => `${found.id}: ${found.help}: ${found.nodes.slice(0, 3).map(node => node.html.slice(0, 160) + " " + node.any.map(check => check.message).join(" ")).join(" | ")}`)
        """;

    /// <summary>Fails with the findings when there is a serious or critical one.</summary>
    public static async Task AssertAccessibleAsync(this IPage page, string state)
    {
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(await File.ReadAllTextAsync(AxePath()));
        }

        var findings = await page.EvaluateAsync<JsonElement>(Script);
        Assert.True(findings.GetArrayLength() == 0, $"{state}:\n{string.Join("\n", findings.EnumerateArray())}");
    }

    private static string AxePath()
    {
        var assistant = Path.GetFullPath(Path.Combine(PageDirectory.Find("bedside"), "..", ".."));
        return Path.Combine(assistant, "web", "node_modules", "axe-core", "axe.min.js");
    }
}
