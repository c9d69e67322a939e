package dev.socketscope.engine.decode;

import dev.socketscope.engine.api.Connection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a socket before its messages are looked at.
 *
 * @param subprotocol as agreed, null when none
 * @param path the request's path, undecoded
 * @param query the request's query without the question mark, null when there is none
 * @param hmr the hot-reload dialect, {@code off} when it is none
 */
public record Talk(@Nullable String subprotocol, String path, @Nullable String query, String hmr) {
    public static final Talk UNKNOWN = new Talk(null, "", null, "off");

    public static Talk of(Connection connection) {
        return new Talk(connection.subprotocol(), connection.path(), connection.query(), connection.survival().hmr());
    }

    /** The subprotocol, or the path where none was agreed: sockets with the same name speak the same language. */
    public String name() {
        return subprotocol == null || subprotocol.isEmpty() ? path : subprotocol;
    }

    /** In lower case; empty when none was agreed. */
    String protocol() {
        return subprotocol == null ? "" : subprotocol.toLowerCase(Locale.ROOT);
    }

    boolean asks(String parameter) {
        return query != null && ("&" + query + "&").contains("&" + parameter + "&");
    }
}
