package dev.socketscope.engine.doctor;

import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.config.YamlDocument;
import java.time.Duration;
import java.util.Optional;

/** Reads a proxy's configuration and names what will break WebSockets that go through it. */
public final class Doctor {
    private final Duration pingInterval;

    /** @param pingInterval how often something passes on an idle WebSocket; a proxy's patience has to be longer */
    public Doctor(Duration pingInterval) {
        this.pingInterval = pingInterval;
    }

    /**
     * @param source what messages name
     * @param type empty to judge by the content
     * @throws UnreadableException when it is not a configuration that is known here
     */
    public Diagnosis examine(String source, String text, Optional<ProxyType> type) throws UnreadableException {
        ProxyType meant = type.or(() -> ProxyType.of(text))
                .orElseThrow(
                        () -> new UnreadableException(source + ": expected a configuration of Envoy (YAML or JSON),"
                                + " nginx or Caddy; say with --type which it is"));
        Findings findings = new Findings();
        switch (meant) {
            case ENVOY -> envoy(source, text, findings);
            case NGINX -> new NginxExam(pingInterval, findings).examine(directives(source, new NginxReader(text)));
            case CADDY -> new CaddyExam(pingInterval, findings).examine(directives(source, new CaddyReader(text)));
        }
        return new Diagnosis(meant, findings.all());
    }

    private void envoy(String source, String text, Findings findings) throws UnreadableException {
        try {
            Node root = YamlDocument.parse(source, text)
                    .map(Node::of)
                    .filter(Node::isMapping)
                    .orElseThrow(
                            () -> new UnreadableException(source + ": expected a mapping such as static_resources"));
            new EnvoyExam(pingInterval, findings).examine(root);
        } catch (ConfigException e) {
            throw new UnreadableException(String.valueOf(e.getMessage()));
        }
    }

    private static Directive directives(String source, DirectiveReader reader) throws UnreadableException {
        try {
            return reader.read();
        } catch (UnreadableException e) {
            throw new UnreadableException(source + ":" + e.getMessage());
        }
    }
}
