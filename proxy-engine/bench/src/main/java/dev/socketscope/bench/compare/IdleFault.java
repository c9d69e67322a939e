package dev.socketscope.bench.compare;

/** Faults that are armed and never act, by how far the engine has to ask to find that out. */
enum IdleFault {
    /** The selectors of connections leave none: asked once for each connection. */
    ELSEWHERE("on another path", """
            {"type":"latency","delay":"250ms","match":{"path":"/elsewhere"}}"""),

    /** Drawn once for each connection, and never drawn in fact: it cannot be 0. */
    NEVER_DRAWN("in scope, never drawn", """
            {"type":"latency","delay":"250ms","probability":1e-12}"""),

    /** Every message is assembled, and asked about, and let pass. */
    EVERY_MESSAGE("asked of every message, never acts", """
            {"type":"delay-message","delay":"250ms","match":{"skip":1000000000}}""");

    private final String words;
    private final String json;

    IdleFault(String words, String json) {
        this.words = words;
        this.json = json;
    }

    /** For tables. */
    String words() {
        return words;
    }

    /** As the control API takes it. */
    String json() {
        return json;
    }
}
