package dev.socketscope.engine.remote;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Why an engine could not be asked, in words: the exceptions of the JDK's HTTP client often have none. */
final class LinkTrouble {
    private static final String NO_BYTES = "received no bytes";

    private LinkTrouble() {}

    /** @param base where the control port is meant to be */
    static String text(URI base, Throwable trouble) {
        if (find(trouble, UnresolvedAddressException.class).isPresent()) {
            return "there is no host " + base.getHost();
        }
        if (find(trouble, HttpTimeoutException.class).isPresent()) {
            return base.getAuthority() + " does not answer";
        }
        if (find(trouble, ConnectException.class).isPresent()) {
            return "nobody listens at " + base.getAuthority();
        }
        String message = causes(trouble).map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .reduce((_, inner) -> inner)
                .orElse(trouble.getClass().getSimpleName());
        return message.contains(NO_BYTES) ? base.getAuthority() + " ended the connection without an answer" : message;
    }

    private static Optional<Throwable> find(Throwable trouble, Class<? extends Throwable> type) {
        return causes(trouble).filter(type::isInstance).findFirst();
    }

    private static Stream<Throwable> causes(Throwable trouble) {
        return Stream.iterate(trouble, each -> each != null, Throwable::getCause);
    }
}
