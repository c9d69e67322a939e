package dev.socketscope.engine.api;

/**
 * The engine's cumulative counters and present levels, counted where the bytes pass, never derived from the capture.
 *
 * @param activeConnections connections that have not ended
 * @param totalConnections upgrades that reached 101
 * @param failedHandshakes upgrades that ended without 101
 * @param toUpstream over all connections, ended ones included
 * @param toClient over all connections, ended ones included
 * @param errors violations, resets and failed exchanges
 * @param httpRequests plain HTTP exchanges begun
 * @param framesCaptured frames ever written to the capture; also the next {@code seq}
 * @param framesEvicted frames that the capture has dropped to stay within its bound
 * @param captureBytes memory that captured frames occupy now
 * @param upkeep what was done to keep connections alive
 */
public record Counters(long activeConnections, long totalConnections, long failedHandshakes,
        Connection.Traffic toUpstream, Connection.Traffic toClient, long errors, long httpRequests,
        long framesCaptured, long framesEvicted, long captureBytes, Upkeep upkeep) {

    /**
     * @param reconnections legs that were lost and came back
     * @param buffered messages that wait for a peer now
     * @param dropped messages that were lost because a bound was reached or their connection ended
     * @param pings sent by the engine
     * @param missedPongs pings of the engine that were not answered in time
     */
    public record Upkeep(long reconnections, long buffered, long dropped, long pings, long missedPongs) {
        public static final Upkeep NONE = new Upkeep(0, 0, 0, 0, 0);
    }
}
