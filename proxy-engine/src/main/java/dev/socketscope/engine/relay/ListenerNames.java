package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Route;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What clients may call the listener: the names that its certificate is made for. */
final class ListenerNames {
    private ListenerNames() {}

    /** This machine's own, those of the address that is listened on, those of the routes, and what a user adds. */
    static List<String> of(InetSocketAddress listen, List<Route> routes, List<String> more) {
        Set<String> names = new LinkedHashSet<>(List.of("localhost", "127.0.0.1", "::1"));
        InetAddress address = listen.getAddress();
        if (address != null && address.isAnyLocalAddress()) {
            addInterfaces(names);
        } else if (address != null) {
            names.add(withoutZone(address));
        }
        routes.stream()
                .map(route -> route.host().toLowerCase(Locale.ROOT))
                .filter(host -> !host.equals("*"))
                .forEach(names::add);
        names.addAll(more);
        return List.copyOf(names);
    }

    private static void addInterfaces(Set<String> names) {
        try {
            for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                each.inetAddresses()
                        .filter(address -> !address.isLinkLocalAddress())
                        .forEach(address -> names.add(withoutZone(address)));
            }
        } catch (SocketException _) {
            names.add("0.0.0.0");
        }
    }

    private static String withoutZone(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }
}
