package dev.socketscope.engine.cli;

import dev.socketscope.engine.api.AddressText;
import java.net.BindException;
import java.net.InetSocketAddress;

/** An address cannot be listened on: it is taken, or not one of this machine's. The message names it and says why. */
final class CannotListenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotListenException(InetSocketAddress address, BindException cause) {
        super("cannot listen on " + AddressText.of(address) + ": " + reason(cause), cause);
    }

    /** @param advice what the user may do instead */
    CannotListenException(InetSocketAddress address, BindException cause, String advice) {
        super("cannot listen on " + AddressText.of(address) + ": " + reason(cause) + "; " + advice, cause);
    }

    /** Native transports put the system call and its error number before the words. */
    private static String reason(BindException cause) {
        String message = cause.getMessage() == null ? "no reason given" : cause.getMessage();
        return message.substring(message.lastIndexOf(": ") < 0 ? 0 : message.lastIndexOf(": ") + 2);
    }
}
