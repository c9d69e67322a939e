package dev.socketscope.app.composer;

import dev.socketscope.engine.api.DialTarget;
import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.api.Secrets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket to be opened, as people write it down; what is missing in a file counts as empty.
 *
 * @param timeout as in the field, for example {@code 10 s}
 */
record SocketPlan(String url, List<Header> headers, List<String> subprotocols, boolean deflate, boolean anyCertificate,
        String timeout) {
    static final SocketPlan EMPTY = to("");
    private static final String USUAL_TIMEOUT = "10 s";
    private static final String RESUME = "socketscope-resume";

    SocketPlan(@Nullable String url, @Nullable List<Header> headers, @Nullable List<String> subprotocols,
            boolean deflate, boolean anyCertificate, @Nullable String timeout) {
        this.url = Objects.requireNonNullElse(url, "");
        this.headers = List.copyOf(Objects.requireNonNullElse(headers, List.of()));
        this.subprotocols = List.copyOf(Objects.requireNonNullElse(subprotocols, List.of()));
        this.deflate = deflate;
        this.anyCertificate = anyCertificate;
        this.timeout = Objects.requireNonNullElse(timeout, USUAL_TIMEOUT);
    }

    /** With nothing but the usual. */
    static SocketPlan to(String url) {
        return new SocketPlan(url, List.of(), List.of(), true, false, USUAL_TIMEOUT);
    }

    /**
     * As a client has opened one.
     *
     * @param sent its upgrade's headers, of which those stay that an upgrade does not make itself
     */
    static SocketPlan as(String url, List<Header> sent) {
        List<String> subprotocols = sent.stream()
                .filter(header -> header.name().equalsIgnoreCase("sec-websocket-protocol"))
                .flatMap(header -> List.of(header.value().split("[,\\s]+")).stream())
                .filter(name -> !name.isEmpty())
                .toList();
        boolean deflate = sent.stream()
                .anyMatch(header -> header.name().equalsIgnoreCase("sec-websocket-extensions")
                        && header.value().contains("permessage-deflate"));
        return new SocketPlan(url, sent.stream().filter(SocketPlan::isOwn).toList(), subprotocols, deflate, false,
                USUAL_TIMEOUT);
    }

    private static boolean isOwn(Header header) {
        return !DialTarget.isMadeByUpgrade(header.name()) && !header.name().equalsIgnoreCase("host")
                && !header.name().equalsIgnoreCase(RESUME);
    }

    /** With the values of secret headers and of tokens in the URL left out. */
    SocketPlan withoutSecrets() {
        return new SocketPlan(Secrets.maskQuery(url).replace(Secrets.MASK, ""),
                headers.stream()
                        .map(header -> new Header(header.name(), Secrets.mask(header).replace(Secrets.MASK, "")))
                        .toList(),
                subprotocols, deflate, anyCertificate, timeout);
    }

    /** What must not be written down: the values of secret headers. */
    Stream<String> secrets() {
        return headers.stream()
                .filter(header -> Secrets.isSecret(header.name()))
                .map(Header::value)
                .flatMap(value -> Stream.of(value, value.substring(value.lastIndexOf(' ') + 1)))
                .filter(value -> !value.isBlank());
    }

    /** Whether something would be left out. */
    boolean hasSecrets() {
        return !equals(withoutSecrets());
    }
}
