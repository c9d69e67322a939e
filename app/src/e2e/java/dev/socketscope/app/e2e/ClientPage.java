package dev.socketscope.app.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.socketscope.engine.client.ResumeServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A page that loads the browser client under a strict policy, and the endpoint where that polls, in front of a {@link ResumeServer}. */
final class ClientPage implements AutoCloseable {
    private static final String POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'";
    private static final String PAGE = "<!doctype html><title>client</title><script %s></script><script src=/log.js></script>";
    private static final String LOG = """
            addEventListener('securitypolicyviolation', (event) => { window.violations = event.violatedDirective; });
            window.log = [];
            window.follow = (socket) => {
              socket.addEventListener('message', ({ data }) => log.push(typeof data === 'string' ? data : [...new Uint8Array(data)].join()));
              window.events = [];
              for (const type of ['open', 'close', 'attempt', 'gaveup', 'state']) {
                socket.addEventListener(type, ({ session, code, retryIn, number, delay, attempts, state, missing, unconfirmed }) =>
                  events.push({ type, session, code, retryIn, number, delay, attempts, state, missing, unconfirmed }));
              }
              return window.socket = socket;
            };
            """;
    private static final JsonMapper JSON = JsonMapper.shared();
    private final List<String> closes = new CopyOnWriteArrayList<>();
    private final HttpServer http;
    private final ResumeServer sockets;

    ClientPage(ResumeServer sockets) {
        this.sockets = sockets;
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        http.createContext("/", exchange -> answer(exchange, "text/html",
                PAGE.formatted("src=/__socketscope/client.js").getBytes(StandardCharsets.UTF_8)));
        http.createContext("/module", exchange -> answer(exchange, "text/html",
                PAGE.formatted("type=module src=/module.js").getBytes(StandardCharsets.UTF_8)));
        http.createContext("/module.js", exchange -> script(exchange,
                "import '/__socketscope/client.js'; window.imported = typeof Socketscope.connect;"));
        http.createContext("/log.js", exchange -> script(exchange, LOG));
        http.createContext("/__socketscope/client.js", exchange -> answer(exchange, "text/javascript", client()));
        http.createContext("/__socketscope/poll", this::poll);
        http.start();
    }

    int port() {
        return http.getAddress().getPort();
    }

    /** What pages that poll have closed their sockets with, as JSON. */
    List<String> closes() {
        return closes;
    }

    private static byte[] client() throws IOException {
        try (InputStream in = ResumeServer.class.getResourceAsStream("/dev/socketscope/engine/browser/client.js")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static void script(HttpExchange exchange, String text) throws IOException {
        answer(exchange, "text/javascript", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, String type, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", type + ";charset=utf-8");
            exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private void poll(HttpExchange exchange) throws IOException {
        Map<String, String> query = Arrays.stream(exchange.getRequestURI().getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        String token = Objects.requireNonNull(query.get("_resume"));
        Object body = exchange.getRequestMethod().equals("POST")
                ? Map.of("received", post(token, JSON.readTree(exchange.getRequestBody())))
                : get(token, query);
        answer(exchange, "application/json", JSON.writeValueAsBytes(body));
    }

    private int post(String token, JsonNode body) {
        List<Object> messages = new ArrayList<>();
        for (JsonNode message : body.get("messages")) {
            messages.add(message.has("text")
                    ? message.get("text").asString()
                    : boxed(Base64.getDecoder().decode(message.get("base64").asString())));
        }
        int received = sockets.post(token, body.get("from").asInt(), messages);
        if (body.has("close")) {
            closes.add(body.get("close").toString());
        }
        return received;
    }

    private Object get(String token, Map<String, String> query) {
        long received = Long.parseLong(Objects.requireNonNull(query.get("_received")));
        Duration patience = Duration.ofSeconds(Long.parseLong(Objects.requireNonNull(query.get("wait"))));
        ResumeServer.Polled polled = sockets.poll(token, received, patience);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("session", polled.session());
        answer.put("received", polled.received());
        answer.put("messages", polled.messages().stream().map(ClientPage::shown).toList());
        return answer;
    }

    private static Map<String, String> shown(Object message) {
        return message instanceof List<?> bytes
                ? Map.of("base64", Base64.getEncoder().encodeToString(unboxed(bytes)))
                : Map.of("text", (String) message);
    }

    private static List<Byte> boxed(byte[] bytes) {
        List<Byte> list = new ArrayList<>();
        for (byte b : bytes) {
            list.add(b);
        }
        return list;
    }

    private static byte[] unboxed(List<?> bytes) {
        byte[] plain = new byte[bytes.size()];
        for (int i = 0; i < plain.length; i++) {
            plain[i] = (Byte) bytes.get(i);
        }
        return plain;
    }

    @Override
    public void close() {
        http.stop(0);
    }
}
