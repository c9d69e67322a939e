package dev.socketscope.app.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One of the peers of {@code numbered.mjs} as a process that may be killed. What it has printed is known afterwards too. */
final class NumberedPeer {
    private final String name;
    private final Program program;

    private NumberedPeer(String name, String... arguments) {
        this.name = name;
        List<String> command = new ArrayList<>(List.of(Places.program("node"), "numbered.mjs"));
        command.addAll(List.of(arguments));
        program = new Program(Places.node(), name, command);
    }

    /** An echoing upstream. */
    static NumberedPeer upstream(String name, int port) {
        return new NumberedPeer(name, "upstream", Integer.toString(port));
    }

    /** A client that sends a numbered message every 20 ms. */
    static NumberedPeer client(String id, String url) {
        return new NumberedPeer(id, "client", url, id);
    }

    /** A piece of network before a port. */
    static NumberedPeer link(String name, int port, int target) {
        return new NumberedPeer(name, "link", Integer.toString(port), Integer.toString(target));
    }

    NumberedPeer ready() {
        program.awaitOutput("ready");
        return this;
    }

    String name() {
        return name;
    }

    Program program() {
        return program;
    }

    /** Numbers that a client printed as sent; the last one may have been printed only. */
    List<Integer> sent() {
        return numbers("sent ");
    }

    /** Numbers that a client has got back. */
    List<Integer> got() {
        return numbers("got ");
    }

    /** Numbers that an upstream has got from one client. */
    List<Integer> got(String client) {
        return numbers("got " + client + " ");
    }

    /** Whether a client has been through the whole closing handshake with 1000. */
    boolean endedOrderly() {
        return lines().anyMatch("closed 1000"::equals);
    }

    private List<Integer> numbers(String beginning) {
        return lines().filter(line -> line.startsWith(beginning))
                .map(line -> Integer.valueOf(line.substring(beginning.length())))
                .toList();
    }

    /** Whole lines; one may have been cut short by the kill. */
    private Stream<String> lines() {
        String all = program.output();
        return all.substring(0, all.lastIndexOf('\n') + 1).lines();
    }
}
