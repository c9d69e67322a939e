package dev.socketscope.engine.cli;

import dev.socketscope.engine.api.AddressText;
import java.net.BindException;
import java.net.InetSocketAddress;

/** An address cannot be listened on: it is taken, or not one of this machine's. The message names it and says why. */
public final class CannotListenException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final InetSocketAddress address;
    private final String reason;
    private final boolean control;

    CannotListenException(InetSocketAddress address, BindException cause) {
        this(address, cause, reason(cause), "");
    }

    /** For the control API. @param advice what the user may do instead */
    CannotListenException(InetSocketAddress address, BindException cause, String advice) {
        this(address, cause, reason(cause), "; " + advice);
    }

    private CannotListenException(InetSocketAddress address, BindException cause, String reason, String advice) {
        super("cannot listen on " + AddressText.of(address) + ": " + reason + advice, cause);
        this.address = address;
        this.reason = reason;
        this.control = !advice.isEmpty();
    }

    /** Where it was to be listened. */
    public InetSocketAddress address() {
        return address;
    }

    /** What the system says, for example {@code Address already in use}. */
    public String reason() {
        return reason;
    }

    /** Whether it is the address of the control API, and not the one that others connect to. */
    public boolean ofControl() {
        return control;
    }

    /** Native transports put the system call and its error number before the words. */
    private static String reason(BindException cause) {
        String message = cause.getMessage() == null ? "no reason given" : cause.getMessage();
        return message.substring(message.lastIndexOf(": ") < 0 ? 0 : message.lastIndexOf(": ") + 2);
    }
}
