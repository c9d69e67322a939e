package dev.socketscope.engine.api;

import org.jspecify.annotations.Nullable;

/**
 * Which connections, and which of their messages, a fault may act on. What is null selects everything. Selectors look at a message
 * as its sender sent it, not at what other faults have made of it.
 *
 * @param connection id
 * @param route the rule, as {@link Route#rule}
 * @param path a prefix that ends at a segment boundary, as in {@link Route}
 * @param sandbox as the route took it from the host
 * @param direction which way the bytes or messages travel
 * @param opcode {@link Opcode#TEXT} or {@link Opcode#BINARY}
 * @param text plain, {@code /regex/flags} or {@code json.path==value}
 * @param everyNth 1 or more; of those that are left, only every n-th
 * @param skip 0 or more; so many are let pass first
 */
public record FaultMatch(@Nullable String connection, @Nullable String route, @Nullable String path,
        @Nullable String sandbox, @Nullable Direction direction, @Nullable Opcode opcode, @Nullable String text,
        int everyNth, int skip) {
    private static final int MOST = 1_000_000_000;
    private static final int LONGEST_TEXT = 4_000;
    public static final FaultMatch ANY = new FaultMatch(null, null, null, null, null, null, null, 1, 0);

    public FaultMatch {
        FaultChecks.number("match.everyNth", everyNth, 1, MOST);
        FaultChecks.number("match.skip", skip, 0, MOST);
        if (opcode != null && opcode != Opcode.TEXT && opcode != Opcode.BINARY) {
            throw FaultChecks.unfit("match.opcode", opcode.wireName(), "text or binary");
        }
        if (path != null && !path.startsWith("/")) {
            throw FaultChecks.unfit("match.path", '"' + path + '"', "a path that begins with /");
        }
        if (text != null) {
            FaultChecks.length("match.text", text, 1, LONGEST_TEXT);
        }
    }

    public FaultMatch onConnection(String id) {
        return new FaultMatch(id, route, path, sandbox, direction, opcode, text, everyNth, skip);
    }

    public FaultMatch onPath(String prefix) {
        return new FaultMatch(connection, route, prefix, sandbox, direction, opcode, text, everyNth, skip);
    }

    /** @param way null for both */
    public FaultMatch going(@Nullable Direction way) {
        return new FaultMatch(connection, route, path, sandbox, way, opcode, text, everyNth, skip);
    }

    /** @param kind null for both */
    public FaultMatch of(@Nullable Opcode kind) {
        return new FaultMatch(connection, route, path, sandbox, direction, kind, text, everyNth, skip);
    }

    /** @param content null for any */
    public FaultMatch saying(@Nullable String content) {
        return new FaultMatch(connection, route, path, sandbox, direction, opcode, content, everyNth, skip);
    }

    public FaultMatch every(int nth, int after) {
        return new FaultMatch(connection, route, path, sandbox, direction, opcode, text, nth, after);
    }

    /**
     * Whether {@code everyNth} and {@code skip} select it.
     *
     * @param number from 1, among those that the other selectors leave
     */
    public boolean picks(long number) {
        long past = number - skip;
        return past > 0 && past % everyNth == 0;
    }

    /** Whether a direction, an opcode or a text narrows the selection to messages. */
    public boolean narrowsMessages() {
        return direction != null || opcode != null || text != null;
    }

    /**
     * Whether the selectors of connections leave this one.
     *
     * @param inSandbox null when its route names none
     */
    public boolean selects(String id, String rule, String target, @Nullable String inSandbox) {
        return fits(connection, id) && fits(route, rule) && fits(sandbox, inSandbox)
                && (path == null || isBelow(path, target));
    }

    /** As {@link #selects(String, String, String, String)}. */
    public boolean selects(Connection one) {
        return selects(one.id(), one.route(), one.path(), one.sandbox());
    }

    private static boolean fits(@Nullable String wanted, @Nullable String actual) {
        return wanted == null || wanted.equals(actual);
    }

    private static boolean isBelow(String prefix, String target) {
        return target.startsWith(prefix) && (prefix.endsWith("/") || target.length() == prefix.length()
                || target.charAt(prefix.length()) == '/');
    }

    /**
     * Itself, if it selects whole connections.
     *
     * @param subject for what it is, as a message names it
     * @throws InvalidFaultException when it has a selector of messages or a choice among connections
     */
    public FaultMatch connectionsOnly(String subject) {
        FaultScope.connectionsOnly(subject, this);
        return this;
    }

    /** Whether that is a direction in which the fault may act. */
    public boolean includes(Direction way) {
        return direction == null || direction == way;
    }
}
