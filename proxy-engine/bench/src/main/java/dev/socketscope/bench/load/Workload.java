package dev.socketscope.bench.load;

/** What a run asks of a relay. */
public sealed interface Workload {
    String name();

    /**
     * Messages that come back.
     *
     * @param sockets open at the same time
     * @param inFlight messages that each socket keeps under way
     * @param size payload bytes of each message
     */
    record Echo(String name, int sockets, int inFlight, int size) implements Workload {}

    /**
     * Messages that come back, sent at a rate that does not depend on when they do: the same load for every relay.
     *
     * @param sockets that share the rate
     * @param perSecond messages of all sockets together
     * @param size payload bytes of each message
     */
    record Paced(String name, int sockets, int perSecond, int size) implements Workload {}

    /**
     * Whole short lives of a connection: TCP, upgrade, Close both ways, FIN.
     *
     * @param sockets under way at the same time
     */
    record Handshakes(String name, int sockets) implements Workload {}
}
