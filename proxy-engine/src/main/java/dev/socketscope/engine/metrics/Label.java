package dev.socketscope.engine.metrics;

import dev.socketscope.engine.api.Direction;

/** A label of a sample; {@code value} unescaped. */
record Label(String name, String value) {

    /** What clients sent is {@code received}, what was sent to them is {@code sent}. */
    static Label of(Direction direction) {
        return new Label("direction", direction == Direction.TO_UPSTREAM ? "received" : "sent");
    }

    /** The label as it is written, escaped: both formats know {@code \\}, {@code \"} and {@code \n}. */
    String text() {
        return name + "=\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
