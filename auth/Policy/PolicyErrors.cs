using YamlDotNet.Core;

namespace VoiceMed.Auth.Policy;

/// <summary>Collects errors with their places, so that an admin sees all of them at once.</summary>
internal sealed class PolicyErrors(string path)
{
    private readonly List<(long Line, long Column, string Text)> _errors = [];

    public void Add(Mark mark, string text) => _errors.Add((mark.Line, mark.Column, text));

    public void ThrowIfAny()
    {
        if (_errors.Count > 0)
        {
            throw new PolicyException([.. _errors.Order().Select(e => $"{path}:{e.Line}:{e.Column}: {e.Text}")]);
        }
    }
}
