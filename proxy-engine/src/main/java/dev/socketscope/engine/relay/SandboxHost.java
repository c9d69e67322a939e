package dev.socketscope.engine.relay;

import org.jspecify.annotations.Nullable;

/** What a host such as {@code 3000-abc123.us2.example.org} names: port 3000 of sandbox abc123. */
record SandboxHost(int port, String sandbox) {

    /** @return null when the label before the first dot is not digits, a dash and a name */
    static @Nullable SandboxHost parse(String host) {
        int dot = host.indexOf('.');
        String label = dot < 0 ? host : host.substring(0, dot);
        int dash = label.indexOf('-');
        if (dash < 1 || dash > 5 || dash == label.length() - 1) {
            return null;
        }
        int port = 0;
        for (int i = 0; i < dash; i++) {
            int digit = label.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return null;
            }
            port = port * 10 + digit;
        }
        String name = label.substring(dash + 1);
        boolean plain = name.chars()
                .allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '_');
        return port == 0 || port > 65_535 || !plain ? null : new SandboxHost(port, name);
    }
}
