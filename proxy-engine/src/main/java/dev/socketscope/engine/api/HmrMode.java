package dev.socketscope.engine.api;

/** Which hot-reload dialect a route's sockets speak. */
public enum HmrMode {
    /** Found out from subprotocol, path and first messages. */
    AUTO,
    VITE,
    WEBPACK,
    NEXT,
    PARCEL,
    /** {@code {"type":"update"|"full-reload"|"prune"|"error"|…,"path","timestamp"}}, as at {@code /_hmr}. */
    GUIDE,
    /** None: the socket is treated like any other. */
    OFF;

    /** The name in configuration and control API, in lower case. */
    public String wireName() {
        return Names.of(this);
    }
}
