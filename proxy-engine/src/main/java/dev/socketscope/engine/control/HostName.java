package dev.socketscope.engine.control;

import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The value of a {@code Host} header (RFC 9112 §3.2).
 *
 * @param text as it came, in lower case; empty when it cannot be understood
 * @param name without brackets and port
 */
record HostName(String text, String name) {
    private static final Pattern SYNTAX = Pattern.compile("(?:\\[([0-9a-f:.]+)]|([a-z0-9._-]+))(?::\\d{1,5})?");

    static HostName parse(String header) {
        String text = header.toLowerCase(Locale.ROOT);
        Matcher host = SYNTAX.matcher(text);
        if (!host.matches()) {
            return new HostName("", "");
        }
        return new HostName(text, host.group(1) != null ? host.group(1) : host.group(2));
    }

    /** The address that a name spells out in its usual form, not as one number or in hex; never looks one up. */
    static Optional<InetAddress> address(String name) {
        try {
            InetAddress address = InetAddress.ofLiteral(name);
            boolean usual = name.contains(":") || address.getHostAddress().equals(name);
            return usual ? Optional.of(address) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
