package dev.socketscope.app.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** nginx in the foreground with one server, on a free port. */
final class Nginx implements AutoCloseable {
    private static final String FRAME = """
            daemon off;
            pid %1$s/nginx.pid;
            user root;
            worker_processes 1;
            events { worker_connections 512; }
            http {
              access_log off;
              default_type application/octet-stream;
              types { text/html html; text/css css; }
              client_body_temp_path %1$s/body;
              proxy_temp_path %1$s/proxy;
              fastcgi_temp_path %1$s/fastcgi;
              uwsgi_temp_path %1$s/uwsgi;
              scgi_temp_path %1$s/scgi;
              server { listen 127.0.0.1:%2$d; %3$s }
            }
            """;
    private final int port = Places.freePort();
    private final Program program;

    private Nginx(String name, String server) throws IOException {
        Path folder = Places.emptyFolder(name + "-nginx");
        Path configuration = folder.resolve("nginx.conf");
        Files.writeString(configuration, FRAME.formatted(folder, port, server));
        program = new Program(folder, name + "-nginx", List.of(Places.program("nginx"), "-p", folder.toString(), "-c",
                configuration.toString(), "-e", "stderr", "-g", "error_log stderr notice;"));
        program.awaitOutput("start worker process \\d");
    }

    /** Serves the files of a folder. */
    static Nginx ofFiles(String name, Path folder) throws IOException {
        return new Nginx(name, "root " + folder + ";");
    }

    /** Passes everything on, WebSockets included. */
    static Nginx inFrontOf(String name, String upstream) throws IOException {
        return serving(name, """
                location / {
                  proxy_pass %s;
                  proxy_http_version 1.1;
                  proxy_set_header Host $http_host;
                  proxy_set_header Upgrade $http_upgrade;
                  proxy_set_header Connection "upgrade";
                }
                """.formatted(upstream));
    }

    /** Does what the body of a {@code server} says. */
    static Nginx serving(String name, String server) throws IOException {
        return new Nginx(name, server);
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        program.close();
    }
}
