package dev.socketscope.engine.api;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * One running reverse proxy. Readers pull: nothing here ever waits for a reader or grows because one is slow. All methods may
 * be called from any thread and answer at once; those that must go elsewhere answer with a stage.
 */
public interface Engine extends AutoCloseable {
    EngineInfo info();

    Counters counters();

    /** Live connections and the most recent ended ones, oldest first. */
    List<Connection> connections();

    Optional<Connection> connection(String id);

    /**
     * @param after the {@code next} of the page before, 0 for the oldest event still there
     * @param limit at most so many events
     */
    EventPage events(long after, int limit);

    /**
     * Opens a view; the caller closes it.
     *
     * @throws FilterException when the query's filter cannot be understood
     */
    FrameView frames(FrameQuery query) throws FilterException;

    /** Content of one frame; empty when it has been dropped. */
    CompletionStage<Optional<Payload>> framePayload(long seq);

    /** Content of the whole message that a frame belongs to; empty when it has been dropped. */
    CompletionStage<Optional<Payload>> message(long seq);

    /**
     * Round trips of the engine's pings on one leg.
     *
     * @param after the {@code next} of the page before, 0 for the oldest sample still there
     */
    RttPage rtt(String connection, Leg leg, long after);

    /** Hot reloading, for every live connection that speaks one of its dialects, oldest connection first. */
    List<HmrStatus> hmr();

    /** All four, in the order of their kinds, over the last hour. */
    List<ServiceLevel> serviceLevels();

    /** All armed faults, the one armed first at the front. */
    List<FaultStatus> faults();

    /** All breakpoints, the one set first at the front. */
    List<BreakpointStatus> breakpoints();

    /** The messages on which somebody has to decide, the one held first at the front; at most 500. */
    List<HeldMessage> heldMessages();

    /** Content of a held message, unmasked and inflated; empty when it has gone on. */
    CompletionStage<Optional<byte[]>> heldContent(String id);

    /** Replays under way and the latest that have ended, the one begun first at the front. */
    List<ReplayStatus> replays();

    /** The routes that are in force, in the order in which they were given. */
    CompletionStage<List<Route>> routes();

    CompletionStage<Reply> submit(Command command);

    /** Closes every connection with 1001 and frees the ports; returns when that is done, within five seconds. */
    @Override
    void close();
}
