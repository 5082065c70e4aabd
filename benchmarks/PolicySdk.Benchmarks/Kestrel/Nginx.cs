using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PolicySdk.Benchmarks.Kestrel;

/// <summary>nginx in one process, a static file behind the same list or behind none: asked entry by entry (<c>allow</c>), or as a radix tree (<c>geo</c>).</summary>
internal sealed class Nginx : IServer
{
    private readonly Process _process;
    private readonly string _folder;

    internal Nginx(string program, IEnumerable<string>? list, bool asTree = false)
    {
        _folder = Directory.CreateTempSubdirectory("policysdk-").FullName;
        Port = FreePort();
        File.WriteAllText(Path.Combine(_folder, Guards.Path[1..]), "41.70");
        File.WriteAllText(Path.Combine(_folder, "nginx.conf"), Configuration(_folder, Port, asTree ? Tree(list!) : "", list is null ? "" : asTree ? "if ($listed = 0) { return 401; }" : Rules(list)));
        // Unlike the applications it does not notice that the process that started it is gone.
        _process = Process.Start(Pinned.Server("setpriv", "--pdeathsig", "TERM", program, "-p", _folder, "-c", "nginx.conf", "-e", Path.Combine(_folder, "error.log")))!;
        WaitFor(Port);
    }

    public int Port { get; }

    public Usage Usage
    {
        get
        {
            _process.Refresh();
            return new(_process.TotalProcessorTime, Bytes: null);
        }
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string Rules(IEnumerable<string> list) => string.Concat(list.Select(static one => $"allow {one};\n")) + "deny all;";

    private static string Tree(IEnumerable<string> list) => $"geo $listed {{ default 0;\n{string.Concat(list.Select(static one => $"{one} 1;\n"))}}}";

    private static string Configuration(string folder, int port, string tree, string list) => $$"""
        daemon off;
        master_process off;
        pid {{folder}}/nginx.pid;
        events { }
        http {
          access_log off;
          keepalive_requests 1000000000;
          open_file_cache max=10;
          client_body_temp_path {{folder}}/body;
          proxy_temp_path {{folder}}/proxy;
          fastcgi_temp_path {{folder}}/fastcgi;
          uwsgi_temp_path {{folder}}/uwsgi;
          scgi_temp_path {{folder}}/scgi;
          {{tree}}
          server {
            listen 127.0.0.1:{{port}};
            root {{folder}};
            {{list}}
          }
        }
        """;

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static void WaitFor(int port)
    {
        for (var tries = 100; ; tries--)
        {
            try
            {
                using var client = new TcpClient();
                client.Connect(IPAddress.Loopback, port);
                return;
            }
            catch (SocketException) when (tries > 0)
            {
                Thread.Sleep(50);
            }
        }
    }
}
