package dev.socketscope.app.live;

import dev.socketscope.engine.decode.Format;
import java.util.Optional;

/** In which format a person wants the messages of a socket to be read. */
public sealed interface FormatChoice {
    Automatic AUTOMATIC = new Automatic();
    AsItIs AS_IT_IS = new AsItIs();

    /** In the one that the socket or the message itself tells. */
    record Automatic() implements FormatChoice {}

    /** In none. */
    record AsItIs() implements FormatChoice {}

    /** In this one, whatever they look like. */
    record As(Format format) implements FormatChoice {}

    /** The name to remember it by. */
    default String wireName() {
        return switch (this) {
            case Automatic automatic -> "auto";
            case AsItIs asItIs -> "none";
            case As as -> as.format().wireName();
        };
    }

    /** Automatic for a name that is none. */
    static FormatChoice byWireName(String name) {
        Optional<FormatChoice> named = Format.byWireName(name).map(As::new);
        return named.orElseGet(() -> name.equals("none") ? AS_IT_IS : AUTOMATIC);
    }
}
