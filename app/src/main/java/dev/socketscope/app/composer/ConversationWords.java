package dev.socketscope.app.composer;

import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.api.CloseCode;
import dev.socketscope.engine.api.DialEvent;
import dev.socketscope.engine.api.DialTarget;
import dev.socketscope.engine.api.Header;
import dev.socketscope.engine.api.Secrets;
import java.util.List;
import java.util.stream.Collectors;

/** What happens to a WebSocket of our own, in words without secrets. */
final class ConversationWords {
    private ConversationWords() {}

    static String connecting(DialTarget target) {
        String subprotocols = target.subprotocols().isEmpty() ? ""
                : "\nSec-WebSocket-Protocol: " + String.join(", ", target.subprotocols());
        return Strings.of("composer.talk.dials", Secrets.maskQuery(target.uri().toString())) + subprotocols
                + lines(target.headers());
    }

    static String answer(DialEvent.Answer answer, String why) {
        return status(answer) + (why.isEmpty() ? "" : "\n" + why) + lines(answer.headers());
    }

    static String status(DialEvent.Answer answer) {
        return (answer.status() + " " + answer.reasonPhrase()).strip();
    }

    static String opened(DialEvent.Answer answer) {
        String subprotocol = header(answer, "sec-websocket-protocol");
        String open = Strings.of("composer.talk.open");
        return (subprotocol.isEmpty() ? open : open + " · " + subprotocol)
                + (header(answer, "sec-websocket-extensions").contains("permessage-deflate")
                        ? " · " + Strings.of("composer.talk.compressed")
                        : "");
    }

    static String closed(DialEvent.Closed closed) {
        String code = closed.code() + " " + CloseCode.name(closed.code());
        String words = Strings.of(closed.remote() ? "composer.talk.closed.peer" : "composer.talk.closed.here", code);
        return closed.reason().isEmpty() ? words : words + ": " + closed.reason();
    }

    private static String header(DialEvent.Answer answer, String name) {
        return answer.headers()
                .stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst()
                .orElse("");
    }

    private static String lines(List<Header> headers) {
        return headers.stream()
                .map(header -> "\n" + header.name() + ": " + Secrets.mask(header))
                .collect(Collectors.joining());
    }
}
