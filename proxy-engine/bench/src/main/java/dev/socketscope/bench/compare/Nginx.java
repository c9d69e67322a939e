package dev.socketscope.bench.compare;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** nginx with one worker a core and no access log. */
final class Nginx extends Foreign {
    static final String PROGRAM = "nginx";
    /** Nothing said, so that nginx reads 4 or 8 KiB at a time. */
    static final String DEFAULT_BUFFERS = "";
    /** What a WebSocket's bytes pass through is as large as the header's buffer. */
    static final String LARGE_BUFFERS = "proxy_buffer_size 64k; proxy_buffers 8 64k; proxy_busy_buffers_size 128k;";
    /** nginx takes memory for all of them when it starts. */
    private static final int MOST_CONNECTIONS = 20_000;
    private static final String CONFIGURATION = """
            daemon off;
            worker_processes auto;
            pid %1$s/nginx.pid;
            error_log stderr warn;
            events { worker_connections %4$d; }
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
                  %5$s
                }
              }
            }
            """;

    private Nginx(String name, InetSocketAddress address, List<String> command, Path log)
            throws IOException, InterruptedException {
        super(name, address, command, log);
    }

    /** @param buffers directives of the location */
    static Nginx start(Path program, String name, InetSocketAddress upstream, Path folder, String buffers)
            throws IOException, InterruptedException {
        Path own = Files.createDirectories(folder.resolve(name.replaceAll("\\W+", "-")));
        InetSocketAddress address = freeAddress();
        Path configuration = own.resolve("nginx.conf");
        Files.writeString(configuration, CONFIGURATION.formatted(own, address.getPort(), upstream.getPort(),
                Math.min(MOST_CONNECTIONS, Processes.mostOpenFiles()), buffers));
        return new Nginx(name, address, List.of(program.toString(), "-c", configuration.toString(), "-p",
                own.toString(), "-e", "stderr"), own.resolve("log"));
    }
}
