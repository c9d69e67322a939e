package dev.socketscope.engine.sandbox;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers plain HTTP: the page under {@code /} and {@code /app/}, the project's modules under {@code /src/}. Everything has an
 * ETag and must be revalidated, as dev servers do. Upgrades that reach this place are refused: 401 on
 * {@value #PRIVATE_SOCKET}, 404 elsewhere.
 */
final class PageHandler implements HttpHandler {
    static final String PRIVATE_SOCKET = "/ws/private";
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final Map<String, String> FILES = Map.of("/", "index.html", "/favicon.svg", "favicon.svg",
            "/app/style.css", "style.css", "/app/main.js", "main.js", "/app/socket.js", "socket.js", "/app/hmr.js",
            "hmr.js", "/app/echo.js", "echo.js", "/app/telemetry.js", "telemetry.js");

    private final Project project;
    private final Map<String, Asset> assets;

    PageHandler(Project project) {
        this.project = project;
        assets = FILES.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> load(e.getValue())));
    }

    private static Asset load(String name) {
        try (InputStream in = PageHandler.class.getResourceAsStream("page/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the page's file " + name + " is not on the class path");
            }
            return Asset.of(name, in.readAllBytes());
        } catch (IOException e) {
            throw new IllegalStateException("the page's file " + name + " cannot be read", e);
        }
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Headers headers = exchange.getResponseHeaders();
            headers.set("Content-Security-Policy", POLICY);
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("Cache-Control", "no-cache");
            String method = exchange.getRequestMethod();
            if (exchange.getRequestHeaders().containsKey("Upgrade")) {
                refuseUpgrade(exchange);
            } else if (Stream.of("GET", "HEAD").noneMatch(method::equals)) {
                headers.set("Allow", "GET, HEAD");
                text(exchange, 405, "The sandbox only answers GET and HEAD here.\n");
            } else {
                serve(exchange);
            }
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Project.@Nullable Module module = project.module(path).orElse(null);
        Asset asset = assets.get(path);
        if (module != null && module.broken()) {
            text(exchange, 500, Project.errorOf(module).get("message") + "\n");
        } else if (module != null) {
            send(exchange, Asset.of(path, ModuleSource.of(module)));
        } else if (path.equals(Project.ENTRY)) {
            send(exchange, Asset.of(path, ModuleSource.entry(project)));
        } else if (asset != null) {
            send(exchange, asset);
        } else {
            text(exchange, 404, "The sandbox has no " + path + "\n");
        }
    }

    private static void send(HttpExchange exchange, Asset asset) throws IOException {
        exchange.getResponseHeaders().set("ETag", asset.etag());
        if (asset.etag().equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
            return;
        }
        body(exchange, 200, asset.type(), asset.bytes());
    }

    private static void refuseUpgrade(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Connection", "close");
        String path = exchange.getRequestURI().getPath();
        if (path.equals(PRIVATE_SOCKET)) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Bearer realm=\"sandbox\"");
            text(exchange, 401, "This socket wants a token that nobody has.\n");
        } else {
            text(exchange, 404, "The sandbox has no socket at " + path
                    + " (or the upgrade was not the first request of its connection).\n");
        }
    }

    private static void text(HttpExchange exchange, int status, String text) throws IOException {
        body(exchange, status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void body(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(bytes.length));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }
}
