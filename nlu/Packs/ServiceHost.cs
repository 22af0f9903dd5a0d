namespace VoiceMed.Nlu.Packs;

/// <summary>Compares addresses with the list of hosts that calls may reach. Stateless and thread-safe.</summary>
public static class ServiceHost
{
    /// <summary>The entry that would allow the address: <c>name</c>, or <c>name:port</c> where the port is not the scheme's own; empty for what is no address.</summary>
    public static string Of(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return Uri.TryCreate(url.Replace('{', '_').Replace('}', '_'), UriKind.Absolute, out var uri) ? Of(uri) : "";
    }

    /// <summary>The entry that would allow the address.</summary>
    public static string Of(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.IsDefaultPort ? address.IdnHost : $"{address.IdnHost}:{address.Port}";
    }

    /// <summary>Whether the address is http(s), carries no credentials, and its host and port are listed.</summary>
    public static bool IsListed(Uri address, IReadOnlyList<string> hosts)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(hosts);
        return address is { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo.Length: 0 } && hosts.Contains(Of(address), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The same for a URL template.</summary>
    public static bool IsListed(string url, IReadOnlyList<string> hosts)
    {
        ArgumentNullException.ThrowIfNull(url);
        return Uri.TryCreate(url.Replace('{', '_').Replace('}', '_'), UriKind.Absolute, out var uri) && IsListed(uri, hosts);
    }
}
