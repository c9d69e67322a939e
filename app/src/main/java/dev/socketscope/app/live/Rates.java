package dev.socketscope.app.live;

/**
 * What flows one way now, averaged over the last two seconds.
 *
 * @param messages data messages per second
 * @param bytes bytes on the wire per second
 */
public record Rates(double messages, double bytes) {
    public static final Rates NONE = new Rates(0, 0);
}
