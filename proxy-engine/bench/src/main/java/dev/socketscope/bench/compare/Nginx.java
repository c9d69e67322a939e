package dev.socketscope.bench.compare;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** nginx with one worker a core, its default buffers and no access log. */
final class Nginx implements Candidate {
    private static final String CONFIGURATION = """
            daemon off;
            worker_processes auto;
            pid %1$s/nginx.pid;
            error_log stderr warn;
            events { worker_connections 16384; }
            http {
              access_log off;
              client_body_temp_path %1$s/body;
              proxy_temp_path %1$s/proxy;
              fastcgi_temp_path %1$s/fastcgi;
              uwsgi_temp_path %1$s/uwsgi;
              scgi_temp_path %1$s/scgi;
              server {
                listen 127.0.0.1:%2$d backlog=4096;
                location / {
                  proxy_pass http://127.0.0.1:%3$d;
                  proxy_http_version 1.1;
                  proxy_set_header Upgrade $http_upgrade;
                  proxy_set_header Connection "upgrade";
                  proxy_set_header Host $host;
                  proxy_read_timeout 1h;
                }
              }
            }
            """;
    private final InetSocketAddress address;
    private final ChildProcess process;

    Nginx(Path executable, InetSocketAddress upstream, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        address = freeAddress();
        Path configuration = folder.resolve("nginx.conf");
        Files.writeString(configuration, CONFIGURATION.formatted(folder, address.getPort(), upstream.getPort()));
        process = new ChildProcess(
                List.of(executable.toString(), "-c", configuration.toString(), "-p", folder.toString(),
                        "-e", "stderr"),
                folder.resolve("nginx.log"));
        process.await(ignored -> accepts(address));
    }

    /** Where nginx is installed, if it is. */
    static Optional<Path> find() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("") + ":/usr/sbin:/usr/local/sbin";
        return Stream.of(path.split(":"))
                .map(folder -> Path.of(folder, "nginx"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public String name() {
        return "nginx";
    }

    @Override
    public InetSocketAddress address() {
        return address;
    }

    @Override
    public List<Long> pids() {
        return process.pids();
    }

    @Override
    public void close() {
        process.close();
    }

    private static InetSocketAddress freeAddress() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return new InetSocketAddress("127.0.0.1", socket.getLocalPort());
        }
    }

    private static boolean accepts(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
