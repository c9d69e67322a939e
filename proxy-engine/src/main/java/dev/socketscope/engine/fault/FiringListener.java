package dev.socketscope.engine.fault;

/** Is told of every firing on one connection, on that connection's thread, in the middle of the question that caused it. */
@FunctionalInterface
public interface FiringListener {
    /** Must not ask the connection's faults anything, nor swap rules, before it has returned. */
    void fired(Firing firing);
}
