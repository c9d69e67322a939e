package dev.socketscope.engine.config;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses to listen on: {@code 127.0.0.1:9000}, {@code localhost:8080}, {@code [::1]:9000}, {@code :0}. Without a host it is
 * the loopback address, never all interfaces; those must be asked for as {@code 0.0.0.0} or {@code [::]}.
 */
public final class Addresses {
    /** What a message says that was expected. */
    public static final String EXPECTED = "ADDR:PORT such as 127.0.0.1:9000, localhost:0, [::1]:9000 or :9000,"
            + " with an address of this machine and a port from 0 to 65535";
    private static final String LOOPBACK = "127.0.0.1";
    private static final Pattern SYNTAX = Pattern
            .compile("(?:\\[([0-9A-Fa-f:.]+(?:%\\w+)?)]|([^\\s:\\[\\]/]*)):(\\d{1,5})");
    private static final int MAX_PORT = 65_535;

    private Addresses() {}

    /** Empty when the text is not an address or its host name has no address. May look up a name. */
    public static Optional<InetSocketAddress> parse(String text) {
        Matcher address = SYNTAX.matcher(text);
        if (!address.matches() || Integer.parseInt(address.group(3)) > MAX_PORT) {
            return Optional.empty();
        }
        String name = address.group(2);
        String host = name == null ? address.group(1) : name.isEmpty() ? LOOPBACK : name;
        try {
            return Optional.of(new InetSocketAddress(InetAddress.getByName(host), Integer.parseInt(address.group(3))));
        } catch (UnknownHostException _) {
            return Optional.empty();
        }
    }
}
