using System.Net;
using System.Net.Sockets;

namespace VoiceMed.Assistant.Machine;

/// <summary>Asks whether a local port can be listened on.</summary>
public static class PortProbe
{
    /// <summary>True when nobody else listens at the address now; false also when this user may not.</summary>
    /// <param name="address">An absolute address such as <c>http://127.0.0.1:8080</c>.</param>
    public static bool IsFree(string address)
    {
        var uri = new Uri(address);
        var ip = IPAddress.TryParse(uri.Host, out var parsed) ? parsed : IPAddress.Loopback;
        try
        {
            using var listener = new TcpListener(ip, uri.Port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
