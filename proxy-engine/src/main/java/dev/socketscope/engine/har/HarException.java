package dev.socketscope.engine.har;

import java.io.IOException;

/** A file that is no HTTP archive with WebSockets; the message names the place in it and what was expected there. */
public final class HarException extends IOException {
    private static final long serialVersionUID = 1L;

    HarException(String message) {
        super(message);
    }
}
