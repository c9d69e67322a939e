package dev.socketscope.engine.query.filter;

import java.util.List;

/** A condition on a frame and its connection. */
sealed interface Expr {
    /** Fulfilled by everything, or by nothing. */
    enum Constant implements Expr {
        ALWAYS, NEVER;

        static Constant of(boolean value) {
            return value ? ALWAYS : NEVER;
        }
    }

    /** @param parts at least two */
    record All(List<Expr> parts) implements Expr {}

    /** @param parts at least two */
    record Any(List<Expr> parts) implements Expr {}

    record Not(Expr part) implements Expr {}

    /** A condition on the connection alone. */
    record OnConnection(ConnectionField field, Wildcard value) implements Expr {}

    /** A condition on the frame alone. */
    record OnFrame(FrameTerm term) implements Expr {}
}
