using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace VoiceMed.Auth.Policy;

/// <summary>A mapping of the policy file, read strictly: each accessor reports what is wrong and goes on with a stand-in.</summary>
internal sealed class PolicyNode
{
    private readonly YamlNode _node;
    private readonly string _name;
    private readonly PolicyErrors _errors;
    private readonly Dictionary<string, YamlNode> _values = new(StringComparer.Ordinal);

    public PolicyNode(YamlNode node, string name, PolicyErrors errors)
    {
        (_node, _name, _errors) = (node, name, errors);
        if (node is not YamlMappingNode mapping)
        {
            errors.Add(node.Start, $"'{name}' must be a mapping of keys to values");
            return;
        }

        foreach (var (key, value) in mapping.Children)
        {
            _values[key is YamlScalarNode { Value: { } text } ? text : ""] = value;
        }
    }

    public bool Has(string key) => _values.ContainsKey(key);

    public void Only(params string[] known)
    {
        foreach (var (key, value) in _values.Where(pair => !known.Contains(pair.Key)))
        {
            _errors.Add(value.Start, $"'{key}' is not a key of '{_name}'; known: {string.Join(", ", known)}");
        }
    }

    public void Missing(string key) => _errors.Add(_node.Start, $"'{_name}' lacks the key '{key}'");

    public PolicyNode? Child(string key) => _values.TryGetValue(key, out var value) ? new PolicyNode(value, key, _errors) : null;

    public double RequiredNumber(string key, double least, double most)
    {
        if (!Has(key))
        {
            Missing(key);
        }

        return Number(key, least, most, least);
    }

    public double Number(string key, double least, double most, double usual, bool whole = false)
    {
        if (!_values.TryGetValue(key, out var node))
        {
            return usual;
        }

        if (node is YamlScalarNode { Value: { } text }
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most && (!whole || number == Math.Floor(number)))
        {
            return number;
        }

        _errors.Add(node.Start, string.Create(
            CultureInfo.InvariantCulture, $"'{key}' must be a {(whole ? "whole " : "")}number from {least} to {most}"));
        return usual;
    }

    public TimeSpan Duration(string key, TimeSpan usual)
    {
        if (!_values.TryGetValue(key, out var node))
        {
            return usual;
        }

        if (node is YamlScalarNode { Value: { } text } && TryParseDuration(text, out var duration))
        {
            return duration;
        }

        _errors.Add(node.Start, $"'{key}' must be a time such as 30s, 10m or 8h, above zero and at most 24h");
        return usual;
    }

    public IReadOnlyList<string> Names(string key, string[]? allowed)
    {
        if (!_values.TryGetValue(key, out var node))
        {
            return [];
        }

        if (node is not YamlSequenceNode sequence)
        {
            _errors.Add(node.Start, $"'{key}' must be a list, for example [{string.Join(", ", allowed ?? ["doctor"])}]");
            return [];
        }

        var names = new List<string>();
        foreach (var item in sequence.Children)
        {
            if (item is YamlScalarNode { Value: { Length: > 0 } text } && (allowed is null || allowed.Contains(text)))
            {
                names.Add(text);
            }
            else
            {
                _errors.Add(item.Start, allowed is null ? $"'{key}' holds an empty name" : $"'{item}' is none of {string.Join(", ", allowed)}");
            }
        }

        return names;
    }

    private static bool TryParseDuration(string text, out TimeSpan duration)
    {
        duration = TimeSpan.Zero;
        if (text.Length < 2
            || !double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
        {
            return false;
        }

        var seconds = text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => 0 };
        if (seconds == 0 || amount <= 0 || amount * seconds > 24 * 3600)
        {
            return false;
        }

        duration = TimeSpan.FromSeconds(amount * seconds);
        return true;
    }
}
