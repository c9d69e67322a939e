package dev.socketscope.app.live;

/** Leads to what happened on a connection at a moment. */
@FunctionalInterface
public interface Moment {
    /**
     * @param connection id
     * @param micros since the epoch
     */
    void show(String connection, long micros);
}
