package dev.socketscope.engine.envoy;

/** Addresses of sockets. */
final class Sockets {
    private Sockets() {}

    static Message address(String host, int port) {
        return new Message().with("socket_address", new Message().with("address", host).with("port_value", port));
    }

    /** @param hostAndPort as in {@code 127.0.0.1:9000} or {@code [::1]:9000} */
    static Message address(String hostAndPort) {
        int colon = hostAndPort.lastIndexOf(':');
        String host = hostAndPort.substring(0, colon);
        return address(host.startsWith("[") ? host.substring(1, host.length() - 1) : host,
                Integer.parseInt(hostAndPort.substring(colon + 1)));
    }
}
