package dev.socketscope.engine.relay;

import io.netty.handler.codec.DecoderException;
import java.io.IOException;
import java.nio.channels.NotYetConnectedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what should never come up in a handler. What peers do to their sockets is no surprise. */
final class Surprise {
    private static final Logger LOG = LoggerFactory.getLogger(Surprise.class);

    private Surprise() {}

    static void log(Throwable cause) {
        // The last one is the native transport's word for a socket that was reset before it was first read.
        boolean expected = cause instanceof IOException || cause instanceof DecoderException
                || cause instanceof NotYetConnectedException;
        if (!expected) {
            LOG.error("A connection is ended because of an error in the engine", cause);
        }
    }
}
